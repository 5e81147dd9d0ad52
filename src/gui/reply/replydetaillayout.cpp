// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of one reply stand.
#include "gui/common/cardlist.h"
#include "gui/common/icons.h"
#include "gui/common/textlabel.h"
#include "gui/common/widgets.h"
#include "gui/reply/assistedsend.h"
#include "gui/reply/replyacts.h"
#include "gui/reply/replydetail.h"
#include "gui/reply/replywidgets.h"
#include "networks/capabilities.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

void ReplyDetail::build()
{
    setPanel(this);
    m_networkIcon = new QLabel(this);
    m_titleLabel = new ElidedLabel(this);
    setTextRole(m_titleLabel, TextRole::Large);
    m_whereLabel = new ElidedLabel(this);
    setTextRole(m_whereLabel, TextRole::SmallMuted);
    m_mentionButton = new QPushButton(this);
    setButtonKind(m_mentionButton, ButtonKind::Quiet);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_titleLabel);
    titles->addWidget(m_whereLabel);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::kHuge, space::kMedium, space::kLarge, space::kMedium);
    head->setSpacing(space::kMedium);
    head->addWidget(m_networkIcon);
    head->addLayout(titles, 1);
    head->addWidget(m_mentionButton);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *contents = new QWidget(scroll);
    contents->setObjectName(u"scrollContents"_s);
    auto *body = new QVBoxLayout(contents);
    body->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kLarge);
    body->setSpacing(space::kMedium);
    buildBody(body);
    scroll->setWidget(contents);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(scroll, 1);
    layout->addWidget(buildFooter());

    connect(m_mentionButton, &QPushButton::clicked, this, [this] { m_desk.openMention(reply().mentionId); });
    connect(m_linkButton, &QPushButton::clicked, this, [this] {
        if (networks::postUrlIsOpenable(reply().remoteUrl))
            m_context.openUrl(QUrl(reply().remoteUrl));
    });
    connect(m_assisted, &AssistedSend::sent, this, [this](const QString &url) { m_acts.markSent(replyId(), url); });
    connect(m_assisted, &AssistedSend::notSent, this, [this] { m_acts.markNotSent(replyId()); });
    connect(m_assisted, &AssistedSend::unknown, this, [this] { m_acts.markUnknown(replyId()); });
    connect(m_otherButton, &QPushButton::clicked, this, [this] { emit replyRequested(reply().partnerId); });
    connect(m_promiseButton, &QPushButton::clicked, this, &ReplyDetail::addPromise);
    connect(m_promises, &CardView::markClicked, this, &ReplyDetail::settlePromise);
    connect(m_promises, &CardView::menuRequested, this, &ReplyDetail::choosePromiseState);
}

void ReplyDetail::buildBody(QVBoxLayout *body)
{
    m_pills = new PillFlow(this);
    m_notice = new NoticeBar(this);
    m_otherLabel = new QLabel(this);
    m_otherLabel->setObjectName(u"otherHalfLabel"_s);
    m_otherLabel->setTextFormat(Qt::PlainText);
    m_otherLabel->setWordWrap(true);
    setTextRole(m_otherLabel, TextRole::Muted);
    m_otherButton = new QPushButton(this);
    m_otherButton->setObjectName(u"otherHalfButton"_s);
    m_quote = new QuoteView(this);
    m_textLabel = new TextLabel(this);
    m_textLabel->setObjectName(u"replyTextLabel"_s);
    setTextRole(m_textLabel, TextRole::Large);
    m_countLabel = new QLabel(this);
    m_parts = new PillFlow(this);
    m_findings = new FindingList(this);
    m_assisted = new AssistedSend(m_context.openUrl, this);
    m_linkButton = new QPushButton(this);
    m_historyTitle = new QLabel(this);
    m_historyLabel = new QLabel(this);
    m_historyLabel->setTextFormat(Qt::PlainText);
    m_historyLabel->setWordWrap(true);
    setTextRole(m_historyLabel, TextRole::Muted);
    m_promisesTitle = new QLabel(this);
    for (QLabel *title : {m_historyTitle, m_promisesTitle})
        setTextRole(title, TextRole::Section);
    m_promiseButton = new QPushButton(this);
    m_promiseButton->setObjectName(u"addPromiseButton"_s);
    setButtonKind(m_promiseButton, ButtonKind::Quiet);
    m_promises = new CardView(this);
    m_promises->setFitsContents(true);

    auto *counts = new QHBoxLayout;
    counts->setSpacing(space::kSmall);
    counts->addWidget(m_parts, 1, Qt::AlignTop);
    counts->addWidget(m_countLabel, 0, Qt::AlignTop);
    auto *promises = new QHBoxLayout;
    promises->addWidget(m_promisesTitle, 1);
    promises->addWidget(m_promiseButton);
    body->addWidget(m_pills);
    body->addWidget(m_notice);
    auto *other = new QHBoxLayout;
    other->setSpacing(space::kSmall);
    other->addWidget(m_otherLabel, 1);
    other->addWidget(m_otherButton);
    body->addLayout(other);
    body->addWidget(m_quote);
    body->addWidget(m_textLabel);
    body->addLayout(counts);
    body->addWidget(m_findings);
    body->addWidget(m_assisted);
    body->addWidget(m_linkButton, 0, Qt::AlignLeft);
    body->addSpacing(space::kSmall);
    body->addWidget(m_historyTitle);
    body->addWidget(m_historyLabel);
    body->addSpacing(space::kSmall);
    body->addLayout(promises);
    body->addWidget(m_promises);
    body->addStretch();
}

QWidget *ReplyDetail::buildFooter()
{
    m_footer = new QWidget(this);
    m_obstacleLabel = new QLabel(m_footer);
    m_obstacleLabel->setWordWrap(true);
    m_primaryButton = new QPushButton(m_footer);
    m_primaryButton->setObjectName(u"detailPrimaryButton"_s);
    setButtonKind(m_primaryButton, ButtonKind::Primary);
    m_actsLayout = new QHBoxLayout;
    m_actsLayout->setSpacing(space::kSmall);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::kHuge, space::kMedium, space::kLarge, space::kMedium);
    row->setSpacing(space::kSmall);
    row->addWidget(m_obstacleLabel, 1);
    row->addLayout(m_actsLayout);
    row->addWidget(m_primaryButton);
    auto *layout = new QVBoxLayout(m_footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHairline(Qt::Horizontal, m_footer));
    layout->addLayout(row);
    connect(m_primaryButton, &QPushButton::clicked, this, &ReplyDetail::doPrimary);
    return m_footer;
}

} // namespace vigie::gui
