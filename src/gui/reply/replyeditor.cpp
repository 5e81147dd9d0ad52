// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replyeditor.h"

#include "core/text.h"
#include "gui/reply/replytexts.h"
#include "gui/shell/theme.h"
#include "playbook/messagetemplate.h"

#include <QHelpEvent>
#include <QMimeData>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

qsizetype unitOfCodePoint(QStringView text, qsizetype codePoint)
{
    qsizetype unit = 0;
    for (; codePoint > 0 && unit < text.size(); --codePoint)
        unit += text[unit].isHighSurrogate() && unit + 1 < text.size() && text[unit + 1].isLowSurrogate() ? 2 : 1;
    return unit;
}

ReplyEditor::ReplyEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
}

QString ReplyEditor::text() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

void ReplyEditor::showReport(const reply::ReplyReport &report)
{
    m_report = report;
    mark();
}

void ReplyEditor::mark()
{
    const QString shown = text();
    QList<QTextEdit::ExtraSelection> marks;
    // Hints first, so that an error is drawn above them.
    for (const auto severity : {reply::FindingSeverity::Hint, reply::FindingSeverity::Warning, reply::FindingSeverity::Error}) {
        for (const reply::ReplyFinding &finding : m_report.findings) {
            if (finding.severity != severity || finding.start == finding.end)
                continue;
            QTextEdit::ExtraSelection selection;
            selection.cursor = textCursor();
            selection.cursor.setPosition(int(unitOfCodePoint(shown, finding.start)));
            selection.cursor.setPosition(int(unitOfCodePoint(shown, finding.end)), QTextCursor::KeepAnchor);
            const bool isVariable = finding.rule == u"empty-variable"_s;
            if (isVariable) {
                selection.format.setBackground(color(Token::NegativeTint, *this));
                selection.format.setForeground(color(Token::Negative, *this));
            } else {
                selection.format.setUnderlineStyle(severity == reply::FindingSeverity::Hint
                                                       ? QTextCharFormat::DotLine
                                                       : QTextCharFormat::WaveUnderline);
                selection.format.setUnderlineColor(color(ReplyTexts::severityInk(severity), *this));
            }
            marks += selection;
        }
    }
    setExtraSelections(marks);
}

void ReplyEditor::select(const reply::ReplyFinding &finding)
{
    const QString shown = text();
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(unitOfCodePoint(shown, finding.start)));
    cursor.setPosition(int(unitOfCodePoint(shown, finding.end)), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
}

void ReplyEditor::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
    cursor.setPosition(0);
    setTextCursor(cursor);
}

void ReplyEditor::insertText(const QString &text)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.insertText(text);
    cursor.endEditBlock();
    setTextCursor(cursor);
}

void ReplyEditor::fillVariable(const QString &name, const QString &value)
{
    const auto places = playbook::placeholders(text());
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        if (!place->isWellFormed || place->name != name)
            continue;
        cursor.setPosition(int(place->start));
        cursor.setPosition(int(place->start + place->length), QTextCursor::KeepAnchor);
        cursor.insertText(value);
    }
    cursor.endEditBlock();
}

void ReplyEditor::setLines(Lines lines)
{
    m_lines = lines;
    updateGeometry();
}

QSize ReplyEditor::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), fontMetrics().lineSpacing() * (m_lines == Lines::Many ? 9 : 5)};
}

QSize ReplyEditor::minimumSizeHint() const
{
    return {QPlainTextEdit::minimumSizeHint().width(), fontMetrics().lineSpacing() * (m_lines == Lines::Many ? 6 : 4)};
}

bool ReplyEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QTextCursor cursor = cursorForPosition(viewport()->mapFrom(this, help->pos()));
        if (const reply::ReplyFinding *finding = findingAt(cursor.position()))
            QToolTip::showText(help->globalPos(), finding->message.toHtmlEscaped(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void ReplyEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
}

void ReplyEditor::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertText(core::sanitized(source->text()));
}

const reply::ReplyFinding *ReplyEditor::findingAt(qsizetype unit) const
{
    const QString shown = text();
    const reply::ReplyFinding *gravest = nullptr;
    for (const reply::ReplyFinding &finding : m_report.findings) {
        if (finding.start == finding.end || unit < unitOfCodePoint(shown, finding.start)
            || unit > unitOfCodePoint(shown, finding.end))
            continue;
        if (!gravest || finding.severity < gravest->severity)
            gravest = &finding;
    }
    return gravest;
}

} // namespace vigie::gui
