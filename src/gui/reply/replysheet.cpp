// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replysheet.h"

#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/reply/pairtexts.h"
#include "gui/reply/replyeditor.h"
#include "gui/reply/replytexts.h"
#include "gui/reply/replywidgets.h"
#include "gui/reply/variableform.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

ReplySheet::ReplySheet(ComposerSession &session, ReplyContext context, QWidget *parent)
    : QWidget(parent), m_session(session), m_context(std::move(context))
{
    build();
    connect(&m_session, &ComposerSession::textReplaced, this, [this] {
        const QSignalBlocker quiet(m_editor);
        m_editor->replaceText(m_session.reply().text);
    });
    connect(&m_session, &ComposerSession::reportChanged, this, &ReplySheet::showReport);
    connect(m_editor, &ReplyEditor::textChanged, this, [this] {
        m_session.setText(m_editor->text());
        m_counterLabel->setText(counterText());
        emit typed();
    });
    connect(m_variables, &VariableForm::filled, this, &ReplySheet::fillVariable);
    connect(m_findings, &FindingList::findingActivated, m_editor, &ReplyEditor::select);
    connect(m_insertButton, &QPushButton::clicked, this, &ReplySheet::messageWanted);
    retranslate();
    setHalf(false);
}

void ReplySheet::build()
{
    m_head = new QWidget(this);
    m_headIcon = new QLabel(m_head);
    m_headLabel = new ElidedLabel(m_head);
    setTextRole(m_headLabel, TextRole::Strong);
    m_statePill = new PillLabel(m_head);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(space::kSmall);
    head->addWidget(m_headIcon);
    head->addWidget(m_headLabel, 1);
    head->addWidget(m_statePill);
    m_insertButton = new QPushButton(this);
    m_insertButton->setObjectName(u"openPickerButton"_s);
    m_insertButton->setAutoDefault(false);
    m_variables = new VariableForm(this);
    m_editor = new ReplyEditor(this);
    m_editor->setObjectName(u"replyTextEdit"_s);
    m_headLabel->setBuddy(m_editor);
    m_counterLabel = new QLabel(this);
    m_counterLabel->setObjectName(u"counterLabel"_s);
    m_parts = new PillFlow(this);
    m_findings = new FindingList(this);

    auto *under = new QHBoxLayout;
    under->setSpacing(space::kSmall);
    under->addWidget(m_parts, 1, Qt::AlignTop);
    under->addWidget(m_counterLabel, 0, Qt::AlignTop);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::kSmall);
    m_column->addWidget(m_head);
    m_column->addWidget(m_insertButton, 0, Qt::AlignLeft);
    m_column->addWidget(m_variables);
    m_column->addWidget(m_editor, 1);
    m_column->addLayout(under);
    m_column->addWidget(m_findings);
}

void ReplySheet::placeInsertButton()
{
    // Two sheets have no line to spare: there it stands in the head, with its icon alone.
    QLayout *const head = m_head->layout();
    m_column->removeWidget(m_insertButton);
    head->removeWidget(m_insertButton);
    if (m_isHalf)
        head->addWidget(m_insertButton);
    else
        m_column->insertWidget(1, m_insertButton, 0, Qt::AlignLeft);
    setButtonKind(m_insertButton, m_isHalf ? ButtonKind::Quiet : ButtonKind::Normal);
    const QString words = tr("Insert a pre-approved message");
    m_showsWords = !m_isHalf && hasRoomForWords();
    m_insertButton->setText(m_showsWords ? words : QString());
    m_insertButton->setToolTip(m_showsWords ? QString() : words);
    m_insertButton->setMinimumWidth(qRound(32 * textScale())); // so that the sheet may become too narrow for its words
    m_insertButton->setAccessibleName(words);
    setButtonIcon(m_insertButton, icon(u"card-text"_s));
}

bool ReplySheet::hasRoomForWords() const
{
    constexpr int kAround = 60; // icon, gap and padding
    return width() >= fontMetrics().horizontalAdvance(tr("Insert a pre-approved message")) + qRound(kAround * textScale());
}

void ReplySheet::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_isHalf && m_showsWords != hasRoomForWords())
        placeInsertButton();
}

void ReplySheet::setHalf(bool isHalf)
{
    m_isHalf = isHalf;
    m_head->setVisible(isHalf);
    placeInsertButton();
    m_editor->setLines(isHalf ? ReplyEditor::Lines::Few : ReplyEditor::Lines::Many);
}

void ReplySheet::setWritable(bool isWritable)
{
    m_isWritable = isWritable;
}

void ReplySheet::showText()
{
    const QSignalBlocker quiet(m_editor);
    m_editor->setPlainText(m_session.reply().text);
    m_editor->moveCursor(QTextCursor::End);
}

void ReplySheet::showAll()
{
    const reply::Reply &reply = m_session.reply();
    const bool isPrivate = reply.visibility == reply::Visibility::Private;
    const int side = qRound(16 * textScale());
    m_headIcon->setPixmap(
        icon(isPrivate ? u"lock"_s : u"globe2"_s, Token::Muted).pixmap(QSize(side, side), devicePixelRatioF()));
    m_headLabel->setFullText(PairTexts::half(reply.visibility));
    m_statePill->setPill(PairTexts::statePill(reply));
    m_insertButton->setVisible(m_isWritable);
    m_editor->setReadOnly(!m_isWritable);
    m_editor->setVisible(reply.state != reply::ReplyState::Unknown);
    m_editor->setAccessibleName(!m_isHalf ? tr("Text of the reply") : m_headLabel->fullText());
    m_editor->setPlaceholderText(
        !m_isHalf   ? tr("Write, or insert a pre-approved message. It is saved as you type.")
        : isPrivate ? tr("What concerns this person alone: order, address, what you offer.")
                    : tr("Some words that everybody may read: you have seen it, and you write in private."));
    showReport();
}

QString ReplySheet::counterText() const
{
    const networks::LengthCount length = m_session.length();
    const core::Format format = m_context.uiFormat();
    if (length.limit <= 0)
        return tr("%n character(s)", nullptr, int(length.count));
    if (length.fits)
        //: A length and its limit, such as 212 / 280.
        return tr("%1 / %2").arg(format.number(length.count), format.number(length.limit));
    //: A length and its limit, such as 301 / 280, and by how much it is over.
    return tr("%1 / %2, too long by %3")
        .arg(format.number(length.count), format.number(length.limit),
             format.number(std::max(length.count - length.limit, length.bytes - length.byteLimit)));
}

void ReplySheet::showReport()
{
    const reply::ReplyReport &report = m_session.report();
    m_counterLabel->setText(counterText());
    setTextRole(m_counterLabel, report.length.fits ? TextRole::SmallMuted : TextRole::Negative);
    QList<Pill> pills;
    QList<analysis::ReplyPart> seen;
    for (const analysis::FoundPart &part : report.parts) {
        if (seen.contains(part.part))
            continue;
        seen += part.part;
        pills += Pill{ReplyTexts::part(part.part), u"check2"_s, Token::Neutral, Token::NeutralTint};
    }
    m_parts->setPills(pills);
    // The form above asks for each variable by name; saying it a second time helps nobody.
    std::vector<reply::ReplyFinding> findings;
    if (reply::isEditable(m_session.reply().state)) {
        std::copy_if(report.findings.begin(), report.findings.end(), std::back_inserter(findings),
                     [this](const reply::ReplyFinding &finding) {
                         return finding.rule != u"empty-variable"_s || !m_isWritable;
                     });
    }
    m_findings->setFindings(findings);
    m_editor->showReport(report);
    m_variables->setVariables(m_isWritable ? m_session.missingVariables() : std::vector<AskedVariable>{});
}

void ReplySheet::fillVariable(const AskedVariable &variable, const QString &value)
{
    m_session.remember(variable, value);
    m_editor->fillVariable(variable.key, value);
    m_session.checkNow();
    if (m_session.missingVariables().empty())
        m_editor->setFocus();
}

void ReplySheet::insertMessage(const playbook::MessageVariant &variant, const std::vector<playbook::Variable> &variables)
{
    const QString text = m_session.beginMessage(variant, variables);
    if (m_editor->text().trimmed().isEmpty())
        m_editor->replaceText(text);
    else
        m_editor->insertText(text);
    m_session.checkNow();
    m_editor->setFocus();
    m_variables->focusFirst();
}

void ReplySheet::commitVariables()
{
    m_variables->commit();
    m_session.checkNow(); // what is typed now, not what was checked 300 ms ago
}

void ReplySheet::retranslate()
{
    placeInsertButton();
    m_variables->retranslate();
    if (m_session.isLoaded())
        showAll();
}

} // namespace vigie::gui
