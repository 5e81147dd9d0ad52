// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/queryedit.h"

#include "gui/shell/theme.h"
#include "monitoring/watchquery.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

QueryEdit::QueryEdit(core::Language language, QWidget *parent)
    : QWidget(parent), m_edit(new QPlainTextEdit(this)), m_problemLabel(new QLabel(this)), m_phrases(language)
{
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * 4 + 2 * space::kMedium);
    m_problemLabel->setWordWrap(true);
    m_problemLabel->setTextFormat(Qt::PlainText);
    setTextRole(m_problemLabel, TextRole::Negative);
    QSizePolicy policy = m_problemLabel->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // a dialog round it does not jump
    m_problemLabel->setSizePolicy(policy);
    setFocusProxy(m_edit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kTiny);
    layout->addWidget(m_edit);
    layout->addWidget(m_problemLabel);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &QueryEdit::check);
    check();
}

QString QueryEdit::query() const
{
    return m_edit->toPlainText().replace(u'\n', u' ').trimmed();
}

void QueryEdit::setQuery(const QString &query)
{
    m_edit->setPlainText(query);
}

QString QueryEdit::problem() const
{
    return m_problemLabel->isVisibleTo(this) ? m_problemLabel->text() : QString();
}

void QueryEdit::check()
{
    const QString text = m_edit->toPlainText().replace(u'\n', u' ');
    const auto problem = monitoring::WatchQuery::problemIn(text);
    m_isValid = !problem;
    QList<QTextEdit::ExtraSelection> marks;
    const bool isSilent = m_isValid || text.trimmed().isEmpty(); // an empty field is not yet wrong
    m_problemLabel->setVisible(!isSilent);
    if (!isSilent) {
        // Where something is missing at the end, there is only the last character to underline.
        const int start = std::clamp(int(problem->start), 0, std::max(0, int(text.size()) - 1));
        QTextEdit::ExtraSelection mark;
        mark.cursor = m_edit->textCursor();
        mark.cursor.setPosition(start);
        mark.cursor.setPosition(std::min(start + int(problem->length), int(text.size())), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(color(Token::Negative, *this));
        mark.format.setBackground(color(Token::NegativeTint, *this));
        marks += mark;
        //: Where a query cannot be understood; %1 counts characters from 1, %2 says what was expected
        m_problemLabel->setText(tr("At character %1: %2").arg(problem->start + 1).arg(problem->message(m_phrases)));
    }
    m_edit->setExtraSelections(marks);
    emit changed();
}

} // namespace vigie::gui
