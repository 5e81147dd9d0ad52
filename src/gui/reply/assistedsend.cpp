// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/assistedsend.h"

#include "gui/common/icons.h"
#include "gui/shell/theme.h"
#include "networks/capabilities.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

AssistedSend::AssistedSend(UrlOpener openUrl, QWidget *parent)
    : QWidget(parent)
    , m_openUrl(std::move(openUrl))
    , m_titleLabel(new QLabel(this))
    , m_introLabel(new QLabel(this))
    , m_copyButton(new QPushButton(this))
    , m_openButton(new QPushButton(this))
    , m_linkEdit(new QLineEdit(this))
    , m_sentButton(new QPushButton(this))
    , m_notSentButton(new QPushButton(this))
    , m_unknownButton(new QPushButton(this))
{
    setTextRole(m_titleLabel, TextRole::Strong);
    setTextRole(m_introLabel, TextRole::Muted);
    for (QLabel *label : {m_titleLabel, m_introLabel})
        label->setWordWrap(true);
    m_copyButton->setObjectName(u"copyButton"_s);
    m_openButton->setObjectName(u"openPostButton"_s);
    m_linkEdit->setObjectName(u"linkEdit"_s);
    m_sentButton->setObjectName(u"markSentButton"_s);
    m_notSentButton->setObjectName(u"notSentButton"_s);
    m_unknownButton->setObjectName(u"unknownButton"_s);
    setButtonIcon(m_openButton, icon(u"box-arrow-up-right"_s));
    m_linkEdit->setClearButtonEnabled(true);
    setButtonKind(m_notSentButton, ButtonKind::Quiet);
    setButtonKind(m_unknownButton, ButtonKind::Quiet);

    auto *steps = new QGridLayout;
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setHorizontalSpacing(space::kSmall);
    steps->setVerticalSpacing(space::kSmall);
    steps->setColumnStretch(1, 1);
    const std::array<QPushButton *, 3> buttons = {m_copyButton, m_openButton, nullptr};
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        m_numbers[i] = new QLabel(QString::number(i + 1), this);
        m_texts[i] = new QLabel(this);
        m_texts[i]->setWordWrap(true);
        setTextRole(m_numbers[i], TextRole::Strong);
        m_numbers[i]->setMinimumWidth(qRound(16 * textScale()));
        m_numbers[i]->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
        steps->addWidget(m_numbers[i], int(i), 0);
        steps->addWidget(m_texts[i], int(i), 1);
        if (buttons[i])
            steps->addWidget(buttons[i], int(i), 2);
    }
    m_texts[2]->setBuddy(m_linkEdit);
    auto *link = new QHBoxLayout;
    link->setSpacing(space::kSmall);
    link->addWidget(m_linkEdit, 1);
    link->addWidget(m_sentButton);
    steps->addLayout(link, 3, 1, 1, 2);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::kSmall);
    foot->addStretch();
    foot->addWidget(m_notSentButton);
    foot->addWidget(m_unknownButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_titleLabel);
    layout->addWidget(m_introLabel);
    layout->addSpacing(space::kTiny);
    layout->addLayout(steps);
    layout->addLayout(foot);

    connect(m_copyButton, &QPushButton::clicked, this, &AssistedSend::copy);
    connect(m_openButton, &QPushButton::clicked, this, &AssistedSend::openPost);
    connect(m_linkEdit, &QLineEdit::textChanged, this, &AssistedSend::showState);
    connect(m_sentButton, &QPushButton::clicked, this, [this] { emit sent(m_linkEdit->text().trimmed()); });
    connect(m_notSentButton, &QPushButton::clicked, this, &AssistedSend::notSent);
    connect(m_unknownButton, &QPushButton::clicked, this, &AssistedSend::unknown);
    retranslate();
}

void AssistedSend::setPayload(const reply::FrozenPayload &payload, reply::ReplyState state)
{
    const bool isNew = payload.replyId != m_payload.replyId || payload.attempt != m_payload.attempt;
    m_payload = payload;
    m_state = state;
    if (isNew) {
        m_isCopied = m_isOpened = false;
        m_linkEdit->clear();
    }
    retranslate();
}

void AssistedSend::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    showState();
}

bool AssistedSend::hasUsableLink() const
{
    const QString link = m_linkEdit->text().trimmed();
    const bool mayBeMissing = m_payload.visibility == reply::visibilityKey(reply::Visibility::Private);
    return link.isEmpty() ? mayBeMissing : networks::postUrlIsOpenable(link);
}

void AssistedSend::copy()
{
    QGuiApplication::clipboard()->setText(m_payload.text);
    m_isCopied = true;
    showState();
}

void AssistedSend::openPost()
{
    if (!networks::postUrlIsOpenable(m_payload.url) || !m_openUrl || !m_openUrl(QUrl(m_payload.url))) {
        m_texts[1]->setText(tr("The page could not be opened. Its address: %1").arg(m_payload.url));
        return;
    }
    m_isOpened = true;
    showState();
}

void AssistedSend::triggerPrimary()
{
    for (QPushButton *button : {m_copyButton, m_openButton, m_sentButton}) {
        if (button->isVisibleTo(this) && button->isEnabled() && button->property("buttonKind").toString() == u"primary"_s) {
            button->click();
            return;
        }
    }
}

void AssistedSend::showState()
{
    const bool hasPost = networks::postUrlIsOpenable(m_payload.url);
    const bool showsCopy = !isSettling();
    for (QWidget *widget : {static_cast<QWidget *>(m_numbers[0]), static_cast<QWidget *>(m_texts[0]),
                            static_cast<QWidget *>(m_copyButton)})
        widget->setVisible(showsCopy);
    m_openButton->setVisible(hasPost);
    m_numbers[1]->setText(QString::number(showsCopy ? 2 : 1));
    m_numbers[2]->setText(QString::number(showsCopy ? 3 : 2));
    m_unknownButton->setVisible(!isSettling());

    m_copyButton->setText(m_isCopied ? tr("Copied") : tr("Copy text"));
    setButtonIcon(m_copyButton, icon(m_isCopied ? u"clipboard-check"_s : u"clipboard"_s,
                               showsCopy && !m_isCopied ? Token::AccentText : Token::Positive));
    const bool hasLink = !m_linkEdit->text().trimmed().isEmpty();
    const bool isCopyNext = showsCopy && !m_isCopied && !hasLink;
    const bool isOpenNext = !isCopyNext && hasPost && !m_isOpened && !hasLink;
    setButtonKind(m_copyButton, isCopyNext ? ButtonKind::Primary : ButtonKind::Normal);
    if (!isCopyNext && !m_isCopied)
        setButtonIcon(m_copyButton, icon(u"clipboard"_s));
    setButtonKind(m_openButton, isOpenNext ? ButtonKind::Primary : ButtonKind::Normal);
    setButtonIcon(m_openButton, icon(m_isOpened ? u"check2"_s : u"box-arrow-up-right"_s,
                               isOpenNext ? Token::AccentText : m_isOpened ? Token::Positive : Token::Text));
    setButtonKind(m_sentButton, !isCopyNext && !isOpenNext ? ButtonKind::Primary : ButtonKind::Normal);
    m_sentButton->setEnabled(hasUsableLink() && !m_isBusy);
    for (QPushButton *button : {m_notSentButton, m_unknownButton})
        button->setEnabled(!m_isBusy);
    const QString host = hasPost ? QUrl(m_payload.url).host() : QString();
    if (isSettling())
        //: First step of settling a reply. %1 is the name of a site, such as mastodon.social.
        m_texts[1]->setText(hasPost ? tr("Look at the post on %1").arg(host)
                                    : tr("Vigie knows no address of this post: look for it on the network"));
    else
        //: Second step of sending by hand. %1 is the name of a site, such as mastodon.social.
        m_texts[1]->setText(hasPost ? tr("Open the post on %1 and answer there").arg(host)
                                    : tr("Vigie knows no address of this post: find it on the network and answer there"));
}

void AssistedSend::retranslate()
{
    m_titleLabel->setText(isSettling() ? tr("Did this reply leave?") : tr("Send by hand"));
    m_introLabel->setText(isSettling()
                              ? tr("Nobody knows yet, so Vigie never sends it again by itself. Look at the post, then say "
                                   "what you see.")
                              : tr("Vigie sends nothing itself. The text is frozen until you say what happened."));
    m_texts[0]->setText(tr("Copy the text"));
    const bool isPrivate = m_payload.visibility == reply::visibilityKey(reply::Visibility::Private);
    m_texts[2]->setText(isSettling() ? tr("If the reply is there, paste its link")
                        : isPrivate  ? tr("Paste the link of your message, if it has one")
                                     : tr("Paste the link of your reply"));
    m_linkEdit->setPlaceholderText(u"https://"_s);
    m_linkEdit->setAccessibleName(tr("Link of your reply"));
    m_openButton->setText(tr("Open the post"));
    m_sentButton->setText(isSettling() ? tr("It was sent") : tr("Mark as sent"));
    m_notSentButton->setText(isSettling() ? tr("It was not sent") : tr("I did not send it"));
    m_unknownButton->setText(tr("I do not know"));
    showState();
}

} // namespace vigie::gui
