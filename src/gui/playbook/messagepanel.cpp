// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/playbook/messagepanel.h"

#include "gui/common/icons.h"
#include "gui/playbook/playbookdialogs.h"
#include "gui/playbook/playbookwords.h"
#include "gui/playbook/varianteditor.h"
#include "networks/capabilities.h"
#include "playbook/messageservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QButtonGroup>
#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{
constexpr int kSideBySideWidth = 440;
}

MessagePanel::MessagePanel(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_titleLabel(new QLabel(this))
    , m_metaLabel(new QLabel(this))
    , m_situationLabel(new QLabel(this))
    , m_chips(new QHBoxLayout)
    , m_texts(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_networkGroup(new QButtonGroup(this))
    , m_addNetworkButton(new QPushButton(this))
    , m_previewButton(new QPushButton(this))
    , m_driftBar(new QWidget(this))
    , m_driftLabel(new QLabel(m_driftBar))
    , m_agreeButton(new QPushButton(m_driftBar))
    , m_french(new VariantEditor(core::Language::French, this))
    , m_english(new VariantEditor(core::Language::English, this))
{
    setTextRole(m_titleLabel, TextRole::Large);
    setTextRole(m_metaLabel, TextRole::SmallMuted);
    setTextRole(m_situationLabel, TextRole::Muted);
    setTextRole(m_driftLabel, TextRole::Warning);
    for (QLabel *label : {m_titleLabel, m_metaLabel, m_situationLabel, m_driftLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_addNetworkButton->setIcon(icon(u"plus-lg"_s));
    setButtonKind(m_addNetworkButton, ButtonKind::Quiet);
    m_previewButton->setCheckable(true);
    m_previewButton->setIcon(icon(u"eye"_s));
    setButtonKind(m_previewButton, ButtonKind::Quiet);
    m_chips->setSpacing(space::kTiny);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::kSmall);
    tools->addLayout(m_chips);
    tools->addWidget(m_addNetworkButton);
    tools->addStretch();
    tools->addWidget(m_previewButton);
    m_driftBar->hide();
    auto *drift = new QHBoxLayout(m_driftBar);
    drift->setContentsMargins(0, 0, 0, 0);
    drift->addWidget(m_driftLabel, 1);
    drift->addWidget(m_agreeButton);
    m_texts->setSpacing(space::kLarge);
    m_texts->addWidget(m_french, 1);
    m_texts->addWidget(m_english, 1);
    auto *contents = new QWidget(this);
    contents->setObjectName(u"scrollContents"_s);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(contents);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    auto *layout = new QVBoxLayout(contents);
    layout->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_titleLabel);
    layout->addWidget(m_metaLabel);
    layout->addWidget(m_situationLabel);
    layout->addLayout(tools);
    layout->addWidget(m_driftBar);
    layout->addLayout(m_texts, 1);

    connectEditor(m_french, core::Language::French);
    connectEditor(m_english, core::Language::English);
    connect(m_addNetworkButton, &QPushButton::clicked, this, &MessagePanel::offerNetworks);
    connect(m_agreeButton, &QPushButton::clicked, this, &MessagePanel::confirmAgreement);
    connect(m_previewButton, &QPushButton::toggled, this, [this](bool isPreview) {
        m_french->setPreview(isPreview);
        m_english->setPreview(isPreview);
    });
    retranslate();
}

void MessagePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Side by side where there is room for two lines that can be read; else French above English.
    m_texts->setDirection(width() < qRound(kSideBySideWidth * textScale()) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void MessagePanel::connectEditor(VariantEditor *editor, core::Language language)
{
    connect(editor, &VariantEditor::saveRequested, this,
            [this, language](const QString &text, int basedOn) { save(language, text, basedOn); });
    connect(editor, &VariantEditor::addRequested, this, [this, language] { add(language); });
    connect(editor, &VariantEditor::approvalRequested, this, [this, language] { askForApproval(language); });
    connect(editor, &VariantEditor::approveRequested, this, [this, language] { approve(language); });
    connect(editor, &VariantEditor::rejectRequested, this, [this, language] { reject(language); });
}

bool MessagePanel::isModified() const
{
    return m_french->isModified() || m_english->isModified();
}

void MessagePanel::showMessage(const playbook::Message &message, const playbook::Playbook &plan)
{
    if (m_message.id != message.id)
        m_network.clear();
    m_message = message;
    m_plan = plan;
    const core::Language language = m_desk.workspace().language();
    m_titleLabel->setText(message.title.in(language));
    QStringList meta{PlaybookWords::messagePhase(message.phase), PlaybookWords::audience(message.audience)};
    if (!message.ownerRole.isEmpty())
        meta += tr("kept by %1", "%1 is a role").arg(PlaybookWords::role(plan, message.ownerRole, language));
    if (!message.approverRole.isEmpty())
        meta += tr("approved by %1", "%1 is a role").arg(PlaybookWords::role(plan, message.approverRole, language));
    m_metaLabel->setText(meta.join(u" · "_s));
    m_situationLabel->setText(message.situation.in(language));
    m_situationLabel->setVisible(!m_situationLabel->text().isEmpty());
    showNetworks();
    showTexts();
}

void MessagePanel::showNetworks()
{
    QStringList networks{QString()};
    for (const playbook::MessageVariant &variant : m_message.variants) {
        if (!networks.contains(variant.network))
            networks += variant.network;
    }
    if (!networks.contains(m_network))
        networks += m_network; // a text is about to be written for it
    // A message has texts for any network, or one for each; an empty "any" is not offered then.
    const bool hasGeneral = std::any_of(m_message.variants.begin(), m_message.variants.end(),
                                        [](const auto &variant) { return variant.network.isEmpty(); });
    if (!hasGeneral && networks.size() > 1) {
        networks.removeFirst();
        if (m_network.isEmpty())
            m_network = networks.first();
    }
    for (QAbstractButton *button : m_networkGroup->buttons()) {
        m_networkGroup->removeButton(button);
        button->hide();
        button->deleteLater();
    }
    for (const QString &network : networks) {
        auto *chip = new QPushButton(PlaybookWords::network(network), this);
        chip->setCheckable(true);
        chip->setChecked(network == m_network);
        if (!network.isEmpty())
            chip->setIcon(icon(network == u"private"_s ? u"lock"_s : networkIconName(network)));
        setButtonKind(chip, ButtonKind::Quiet);
        m_networkGroup->addButton(chip);
        m_chips->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, network] {
            m_network = network;
            showTexts();
        });
    }
}

const playbook::MessageVariant *MessagePanel::variant(core::Language language) const
{
    const auto found = std::find_if(m_message.variants.begin(), m_message.variants.end(), [this, language](const auto &variant) {
        return variant.language == language && variant.network == m_network;
    });
    return found == m_message.variants.end() ? nullptr : &*found;
}

void MessagePanel::showTexts()
{
    auto &workspace = m_desk.workspace();
    const VariantEditor::Context context{.format = workspace.format(),
                                         .now = workspace.clock().now(),
                                         .actor = workspace.actor(),
                                         .network = m_network,
                                         .isReadOnly = workspace.isReadOnly()};
    for (const auto &[editor, language] : {std::pair{m_french, core::Language::French}, std::pair{m_english, core::Language::English}}) {
        const playbook::MessageVariant *shown = variant(language);
        editor->showVariant(shown ? std::optional(*shown) : std::nullopt, m_plan, context);
    }
    showDrift();
}

void MessagePanel::showDrift()
{
    const auto lagging = playbook::laggingLanguage(m_message, m_network);
    m_driftBar->setVisible(lagging.has_value());
    if (!lagging)
        return;
    const auto other = *lagging == core::Language::French ? core::Language::English : core::Language::French;
    m_driftLabel->setText(tr("The text in %1 was changed after the one in %2. Read both.", "%1 and %2 are languages")
                              .arg(PlaybookWords::language(other), PlaybookWords::language(*lagging)));
}

// Acts --------------------------------------------------------------------------------------------------------------------

void MessagePanel::finish(const QFuture<Result<>> &future, const QString &done, const QString &attempt)
{
    store::whenDone(future, this, [this, done, attempt](const Result<> &answer) {
        if (answer)
            m_desk.showToast(done);
        else
            m_desk.showError(attempt, answer.error());
    });
}

void MessagePanel::save(core::Language language, const QString &text, int basedOn)
{
    auto &workspace = m_desk.workspace();
    if (const auto *shown = variant(language))
        finish(workspace.messages().editText(workspace.actor(), shown->id, text, basedOn), tr("Saved as a draft. It needs an approval before it is used."),
               tr("Could not save the text."));
}

void MessagePanel::add(core::Language language)
{
    auto &workspace = m_desk.workspace();
    const playbook::MessageVariant *general = m_message.variantFor(language, m_network);
    if (!general)
        general = m_message.variants.empty() ? nullptr : &m_message.variants.front();
    if (!general)
        return;
    // Begins as the text it replaces: shortening is easier than writing.
    store::whenDone(workspace.messages().addVariant(workspace.actor(), m_message.id,
                                                    {.language = language, .network = m_network, .text = general->text}),
                    this, [this](const Result<core::MessageVariantId> &added) {
                        if (!added)
                            m_desk.showError(tr("Could not add the text."), added.error());
                    });
}

void MessagePanel::askForApproval(core::Language language)
{
    auto &workspace = m_desk.workspace();
    if (const auto *shown = variant(language))
        finish(workspace.messages().requestApproval(workspace.actor(), shown->id), tr("Approval asked for."),
               tr("Could not ask for approval."));
}

void MessagePanel::approve(core::Language language)
{
    const auto *shown = variant(language);
    if (!shown)
        return;
    auto *dialog = new NoteDialog({.title = tr("Approve the text"),
                                   .introduction = tr("From now on it may be sent as it stands, until it expires. Your name is kept with it."),
                                   .field = tr("&Note"),
                                   .act = tr("Approve")},
                                  [this, id = shown->id, version = shown->version](const QString &note) {
                                      auto &workspace = m_desk.workspace();
                                      return workspace.messages().approve(workspace.actor(), id, version, note);
                                  },
                                  [this] { m_desk.showToast(tr("Approved.")); }, this);
    dialog->open();
}

void MessagePanel::reject(core::Language language)
{
    const auto *shown = variant(language);
    if (!shown)
        return;
    auto *dialog = new NoteDialog({.title = tr("Reject the text"),
                                   .introduction = tr("It goes back to its author, who reads why."),
                                   .field = tr("What &must change"),
                                   .act = tr("Reject"),
                                   .isRequired = true},
                                  [this, id = shown->id, version = shown->version](const QString &note) {
                                      auto &workspace = m_desk.workspace();
                                      return workspace.messages().reject(workspace.actor(), id, version, note);
                                  },
                                  [this] { m_desk.showToast(tr("Rejected; the author is told why.")); }, this);
    dialog->open();
}

void MessagePanel::confirmAgreement()
{
    auto &workspace = m_desk.workspace();
    finish(workspace.messages().confirmAgreement(workspace.actor(), m_message.id, m_network), tr("Noted: both languages say the same."),
           tr("Could not note it."));
}

void MessagePanel::offerNetworks()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &network : QStringList{u"private"_s} + networks::knownNetworks()) {
        const bool isThere = std::any_of(m_message.variants.begin(), m_message.variants.end(),
                                         [&network](const auto &variant) { return variant.network == network; });
        if (isThere)
            continue;
        menu->addAction(icon(network == u"private"_s ? u"lock"_s : networkIconName(network)), PlaybookWords::network(network), this,
                        [this, network] {
                            m_network = network;
                            showNetworks();
                            showTexts();
                        });
    }
    menu->popup(m_addNetworkButton->mapToGlobal(QPoint(0, m_addNetworkButton->height())));
}

void MessagePanel::retranslate()
{
    m_addNetworkButton->setToolTip(tr("Write a text for one network"));
    m_addNetworkButton->setAccessibleName(m_addNetworkButton->toolTip());
    m_previewButton->setAccessibleName(tr("Preview"));
    m_previewButton->setToolTip(tr("The text with the examples of its variables"));
    m_agreeButton->setText(tr("They agree"));
    m_agreeButton->setToolTip(tr("I have read both: they say the same"));
    m_french->retranslate();
    m_english->retranslate();
    if (m_message.id.isValid())
        showMessage(playbook::Message(m_message), playbook::Playbook(m_plan));
}

} // namespace vigie::gui
