// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/playbook/varianteditor.h"

#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/playbook/playbookwords.h"
#include "networks/capabilities.h"
#include "playbook/messagetemplate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

/// Variables stand out; those the plan does not declare, and broken ones, are marked as wrong.
class VariableHighlighter : public QSyntaxHighlighter
{
public:
    VariableHighlighter(QTextDocument *document, const QWidget &widget) : QSyntaxHighlighter(document), m_widget(widget) {}
    void setPlan(const playbook::Playbook &plan)
    {
        m_known.clear();
        for (const playbook::Variable &variable : plan.variables)
            m_known += variable.key;
        rehighlight();
    }

protected:
    void highlightBlock(const QString &text) override
    {
        for (const playbook::Placeholder &place : playbook::placeholders(text)) {
            const bool isKnown = place.isWellFormed && m_known.contains(place.name);
            QTextCharFormat format;
            format.setForeground(color(isKnown ? Token::Link : Token::Negative, m_widget));
            format.setBackground(color(isKnown ? Token::NeutralTint : Token::NegativeTint, m_widget));
            if (!isKnown)
                format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            setFormat(int(place.start), int(place.length), format);
        }
    }

private:
    const QWidget &m_widget;
    QStringList m_known;
};

namespace
{

constexpr int kLeastHeight = 144;

QLabel *makeLabel(TextRole role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    setTextRole(label, role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

VariantEditor::VariantEditor(core::Language language, QWidget *parent)
    : QWidget(parent)
    , m_language(language)
    , m_languageLabel(new QLabel(this))
    , m_statePill(new PillLabel(this))
    , m_edit(new QPlainTextEdit(this))
    , m_previewEdit(new QPlainTextEdit(this))
    , m_highlighter(new VariableHighlighter(m_edit->document(), *m_edit))
    , m_lengthLabel(makeLabel(TextRole::SmallMuted, this))
    , m_datesLabel(makeLabel(TextRole::SmallMuted, this))
    , m_problemLabel(makeLabel(TextRole::Negative, this))
    , m_saveButton(new QPushButton(this))
    , m_revertButton(new QPushButton(this))
    , m_askButton(new QPushButton(this))
    , m_approveButton(new QPushButton(this))
    , m_rejectButton(new QPushButton(this))
    , m_addButton(new QPushButton(this))
{
    setTextRole(m_languageLabel, TextRole::Strong);
    m_edit->setTabChangesFocus(true);
    for (QPlainTextEdit *edit : {m_edit, m_previewEdit})
        edit->setMinimumHeight(qRound(kLeastHeight * textScale()));
    m_previewEdit->setReadOnly(true);
    m_previewEdit->setTabChangesFocus(true);
    m_previewEdit->hide();
    setButtonKind(m_revertButton, ButtonKind::Quiet);
    m_revertButton->setIcon(icon(u"arrow-counterclockwise"_s)); // a column may be narrow
    auto *head = new QHBoxLayout;
    head->setSpacing(space::kSmall);
    head->addWidget(m_languageLabel);
    head->addWidget(m_statePill);
    head->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    for (QPushButton *button : {m_addButton, m_saveButton, m_revertButton, m_askButton, m_approveButton, m_rejectButton}) {
        button->hide(); // until it is known which of them make sense
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addLayout(head);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_previewEdit, 1);
    layout->addWidget(m_lengthLabel);
    layout->addWidget(m_problemLabel);
    layout->addWidget(m_datesLabel);
    layout->addLayout(buttons);

    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        showState();
        showLength();
    });
    connect(m_saveButton, &QPushButton::clicked, this, [this] { emit saveRequested(text(), m_variant ? m_variant->version : 0); });
    connect(m_revertButton, &QPushButton::clicked, this, [this] {
        if (m_variant)
            m_edit->setPlainText(m_variant->text);
    });
    connect(m_addButton, &QPushButton::clicked, this, &VariantEditor::addRequested);
    connect(m_askButton, &QPushButton::clicked, this, &VariantEditor::approvalRequested);
    connect(m_approveButton, &QPushButton::clicked, this, &VariantEditor::approveRequested);
    connect(m_rejectButton, &QPushButton::clicked, this, &VariantEditor::rejectRequested);
    retranslate();
}

QString VariantEditor::text() const
{
    // toPlainText() would make plain spaces of the no-break ones that French typography needs.
    QString text = m_edit->document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    return text;
}

bool VariantEditor::isModified() const
{
    return m_variant && text() != m_variant->text;
}

void VariantEditor::showVariant(const std::optional<playbook::MessageVariant> &variant, const playbook::Playbook &plan,
                                const Context &context)
{
    const bool isSame = m_variant && variant && m_variant->id == variant->id;
    const bool keepsTyping = isSame && isModified();
    m_variant = variant;
    m_context = context;
    m_plan = plan;
    if (!keepsTyping && text() != (variant ? variant->text : QString()))
        m_edit->setPlainText(variant ? variant->text : QString());
    m_highlighter->setPlan(plan);
    showState();
    showLength();
}

void VariantEditor::setPreview(bool isPreview)
{
    m_isPreview = isPreview;
    m_edit->setVisible(!isPreview);
    m_previewEdit->setVisible(isPreview);
    showPreview();
}

QString VariantEditor::withExamples(const QString &text) const
{
    playbook::VariableValues values;
    for (const playbook::Variable &variable : m_plan.variables)
        values.insert(variable.key.toLower(), variable.example.in(m_language));
    return playbook::fillTemplate(text, values).text;
}

void VariantEditor::showPreview()
{
    if (m_isPreview)
        m_previewEdit->setPlainText(withExamples(text()));
}

void VariantEditor::showState()
{
    if (!m_context)
        return;
    using playbook::ApprovalState;
    const bool hasText = m_variant.has_value();
    const bool canWrite = !m_context->isReadOnly;
    const bool isDirty = isModified();
    m_statePill->setVisible(hasText);
    m_edit->setReadOnly(!hasText || !canWrite);
    m_edit->setPlaceholderText(hasText ? QString() : tr("No text of its own: the text for any network is used."));
    m_addButton->setVisible(!hasText && canWrite);
    m_saveButton->setVisible(isDirty);
    m_revertButton->setVisible(isDirty);
    const QString raw = text();
    QStringList unknown;
    for (const playbook::Placeholder &place : playbook::placeholders(raw)) {
        if (!place.isWellFormed || !m_plan.variable(place.name))
            unknown += raw.mid(place.start, place.length);
    }
    m_saveButton->setEnabled(!raw.trimmed().isEmpty() && unknown.isEmpty());
    m_problemLabel->setVisible(!unknown.isEmpty());
    m_problemLabel->setText(tr("Not a variable of this plan: %1").arg(unknown.join(u", "_s)));
    if (!hasText) {
        m_datesLabel->clear();
        for (QPushButton *button : {m_askButton, m_approveButton, m_rejectButton})
            button->hide();
        return;
    }
    Pill pill = PlaybookWords::statePill(*m_variant, m_context->now);
    if (isDirty)
        pill = {.text = tr("Not saved"), .iconName = u"pencil"_s, .ink = Token::Warning, .ground = Token::WarningTint};
    m_statePill->setPill(pill);
    const bool isOwn = m_variant->updatedBy == m_context->actor;
    const bool isPending = m_variant->state == ApprovalState::Pending;
    const bool isExpired = playbook::usability(*m_variant, m_context->now) == playbook::Usability::Expired;
    const bool mayAsk = m_variant->state == ApprovalState::Draft || m_variant->state == ApprovalState::Rejected || isExpired;
    m_askButton->setVisible(!isDirty && canWrite && mayAsk);
    m_approveButton->setVisible(!isDirty && canWrite && isPending);
    m_rejectButton->setVisible(!isDirty && canWrite && isPending);
    m_approveButton->setEnabled(!isOwn);
    m_approveButton->setToolTip(isOwn ? tr("You wrote this text: somebody else must approve it.") : QString());
    QStringList dates{tr("Version %1").arg(m_variant->version)};
    if (m_variant->approvedAt)
        dates += tr("approved by %1 on %2").arg(m_variant->approvedBy, m_context->format.date(*m_variant->approvedAt));
    else
        dates += tr("last changed by %1 on %2").arg(m_variant->updatedBy, m_context->format.date(m_variant->updatedAt));
    if (m_variant->expiresAt)
        dates += tr("expires %1", "%1 is a date").arg(m_context->format.date(*m_variant->expiresAt));
    if (m_variant->reviewAt)
        dates += tr("to be reread by %1", "%1 is a date").arg(m_context->format.date(*m_variant->reviewAt));
    if (isPending && isOwn)
        dates += tr("somebody else must approve it");
    m_datesLabel->setText(dates.join(u" · "_s));
}

void VariantEditor::showLength()
{
    if (!m_context)
        return;
    const QString filled = withExamples(text());
    QStringList parts;
    bool fits = true;
    const bool isForAny = m_context->network.isEmpty() || m_context->network == u"private"_s;
    const QStringList keys = isForAny ? QStringList{u"x"_s, u"bluesky"_s, u"mastodon"_s} : QStringList{m_context->network};
    for (const QString &network : keys) {
        const networks::LengthCount length = networks::countLength(network, filled);
        QString part = length.limit > 0 ? u"%1 %2/%3"_s.arg(networks::networkName(network)).arg(length.count).arg(length.limit)
                                        : tr("%1: %n character(s)", nullptr, int(length.count)).arg(networks::networkName(network));
        if (!length.fits) {
            part += u" ⚠ "_s + tr("too long");
            fits = fits && isForAny; // a text for any network is cut by nobody: it then needs one of its own
        }
        parts += part;
    }
    m_lengthLabel->setText(tr("With the examples: %1").arg(parts.join(u" · "_s)));
    m_lengthLabel->setVisible(!filled.isEmpty());
    setTextRole(m_lengthLabel, fits ? TextRole::SmallMuted : TextRole::Negative);
    showPreview();
}

void VariantEditor::retranslate()
{
    m_languageLabel->setText(PlaybookWords::language(m_language));
    m_edit->setAccessibleName(tr("Text in %1", "%1 is a language").arg(m_languageLabel->text()));
    m_previewEdit->setAccessibleName(tr("Preview in %1", "%1 is a language").arg(m_languageLabel->text()));
    m_saveButton->setText(tr("Save as a draft"));
    m_saveButton->setToolTip(tr("A changed text needs an approval again"));
    m_revertButton->setToolTip(tr("Undo the change"));
    m_revertButton->setAccessibleName(m_revertButton->toolTip());
    m_askButton->setText(tr("Ask for approval"));
    m_approveButton->setText(tr("Approve…"));
    m_rejectButton->setText(tr("Reject…"));
    m_addButton->setText(tr("Write one for this network"));
    showState();
    showLength();
}

} // namespace vigie::gui
