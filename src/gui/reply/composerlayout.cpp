// SPDX-License-Identifier: GPL-3.0-or-later
// How the composer is put together; what it shows and does is in composer.cpp.
#include "gui/reply/composer.h"

#include "gui/common/flowlayout.h"
#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/reply/assistedsend.h"
#include "gui/reply/messagepicker.h"
#include "gui/reply/replywidgets.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

/// One of `buttons` is down. They stand in `line`, which goes on below where a narrow panel or large text needs it.
void addChoice(FlowLayout *line, const QList<QPushButton *> &buttons, QWidget *parent)
{
    auto *group = new QButtonGroup(parent);
    for (QPushButton *button : buttons) {
        button->setCheckable(true);
        button->setAutoDefault(false);
        group->addButton(button);
        line->addWidget(button);
    }
}

} // namespace

void Composer::build()
{
    setPanel(this, Qt::LeftEdge);
    setMinimumWidth(qRound(280 * textScale()));
    m_stack = new QStackedWidget(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0); // the hairline
    outer->addWidget(m_stack);

    auto *writing = new QWidget(m_stack);
    auto *column = new QVBoxLayout(writing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(makeHairline(Qt::Horizontal, writing));

    auto *scroll = new QScrollArea(writing);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *contents = new QWidget(scroll);
    contents->setObjectName(u"scrollContents"_s);
    auto *body = new QVBoxLayout(contents);
    body->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    body->setSpacing(space::kMedium);
    m_worldNotice = new NoticeBar(contents);
    m_worldNotice->setObjectName(u"worldNotice"_s);
    m_replyNotice = new NoticeBar(contents);
    m_replyNotice->setObjectName(u"replyNotice"_s);
    m_quote = new QuoteView(contents);
    body->addWidget(m_worldNotice);
    body->addWidget(m_replyNotice);
    body->addWidget(m_quote);
    buildOptions(body);
    m_sheets = new QVBoxLayout;
    m_sheets->setSpacing(space::kLarge);
    body->addLayout(m_sheets, 1);
    m_assisted = new AssistedSend(m_context.openUrl, contents);
    body->addWidget(m_assisted);
    scroll->setWidget(contents);
    column->addWidget(scroll, 1);
    column->addWidget(makeHairline(Qt::Horizontal, writing));
    column->addWidget(buildFooter());

    m_picker = new MessagePicker(m_stack);
    m_stack->addWidget(writing);
    m_stack->addWidget(m_picker);
}

QWidget *Composer::buildHeader()
{
    auto *header = new QWidget(this);
    m_networkIcon = new QLabel(header);
    m_titleLabel = new ElidedLabel(header);
    setTextRole(m_titleLabel, TextRole::Large);
    m_whereLabel = new ElidedLabel(header);
    setTextRole(m_whereLabel, TextRole::SmallMuted);
    m_statePill = new PillLabel(header);
    m_closeButton = new QPushButton(header);
    m_closeButton->setObjectName(u"closeComposerButton"_s);
    m_closeButton->setIcon(icon(u"x-lg"_s, Token::Muted));
    m_closeButton->setAutoDefault(false);
    setButtonKind(m_closeButton, ButtonKind::Quiet);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_titleLabel);
    titles->addWidget(m_whereLabel);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(space::kLarge, space::kSmall, space::kSmall, space::kSmall);
    layout->setSpacing(space::kMedium);
    layout->addWidget(m_networkIcon);
    layout->addLayout(titles, 1);
    layout->addWidget(m_statePill);
    layout->addWidget(m_closeButton);
    return header;
}

void Composer::buildOptions(QVBoxLayout *layout)
{
    m_publicButton = new QPushButton(this);
    m_privateButton = new QPushButton(this);
    m_bothButton = new QPushButton(this);
    m_frenchButton = new QPushButton(u"FR"_s, this);
    m_englishButton = new QPushButton(u"EN"_s, this);
    m_publicButton->setObjectName(u"publicButton"_s);
    m_privateButton->setObjectName(u"privateButton"_s);
    m_bothButton->setObjectName(u"bothButton"_s);
    m_frenchButton->setObjectName(u"frenchButton"_s);
    m_englishButton->setObjectName(u"englishButton"_s);
    m_visibilityHint = new QLabel(this);
    m_visibilityHint->setWordWrap(true);
    setTextRole(m_visibilityHint, TextRole::SmallMuted);

    auto *switches = new FlowLayout(space::kTiny);
    addChoice(switches, {m_publicButton, m_privateButton, m_bothButton}, this);
    auto *gap = new QWidget(this);
    gap->setFixedWidth(space::kSmall);
    switches->addWidget(gap);
    addChoice(switches, {m_frenchButton, m_englishButton}, this);
    auto *options = new QVBoxLayout;
    options->setSpacing(space::kSmall);
    options->addLayout(switches);
    options->addWidget(m_visibilityHint);
    layout->addLayout(options);

    connect(m_publicButton, &QPushButton::clicked, this, [this] { setForm(Form::Public); });
    connect(m_privateButton, &QPushButton::clicked, this, [this] { setForm(Form::Private); });
    connect(m_bothButton, &QPushButton::clicked, this, [this] { setForm(Form::Both); });
    const auto setLanguage = [this](core::Language language) {
        for (ComposerSession *const session : sessions())
            session->setLanguage(language);
    };
    connect(m_frenchButton, &QPushButton::clicked, this, [setLanguage] { setLanguage(core::Language::French); });
    connect(m_englishButton, &QPushButton::clicked, this, [setLanguage] { setLanguage(core::Language::English); });
}

QWidget *Composer::buildFooter()
{
    auto *footer = new QWidget(this);
    m_savedLabel = new ElidedLabel(footer);
    m_savedLabel->setObjectName(u"savedLabel"_s);
    setTextRole(m_savedLabel, TextRole::SmallMuted);
    m_obstacleLabel = new QLabel(footer);
    m_obstacleLabel->setObjectName(u"obstacleLabel"_s);
    m_obstacleLabel->setWordWrap(true);
    setTextRole(m_obstacleLabel, TextRole::SmallMuted);
    m_moreMenu = new QMenu(footer);
    m_moreMenu->setObjectName(u"moreActsMenu"_s);
    m_moreButton = new QPushButton(icon(u"three-dots"_s), {}, footer);
    m_moreButton->setObjectName(u"moreActsButton"_s);
    m_moreButton->setAutoDefault(false);
    setButtonKind(m_moreButton, ButtonKind::Quiet);
    m_primaryButton = new QPushButton(footer);
    m_primaryButton->setObjectName(u"primaryButton"_s);
    m_primaryButton->setAutoDefault(false);
    setButtonKind(m_primaryButton, ButtonKind::Primary);

    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::kSmall);
    acts->addWidget(m_savedLabel, 1);
    acts->addWidget(m_moreButton);
    acts->addWidget(m_primaryButton);
    auto *layout = new QVBoxLayout(footer);
    layout->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, space::kMedium);
    layout->setSpacing(space::kTiny);
    m_untestedPill = new PillLabel(footer);
    m_untestedPill->setObjectName(u"untestedPill"_s);
    layout->addWidget(m_untestedPill, 0, Qt::AlignLeft);
    layout->addWidget(m_obstacleLabel);
    layout->addLayout(acts);
    connect(m_primaryButton, &QPushButton::clicked, this, &Composer::doPrimary);
    connect(m_moreButton, &QPushButton::clicked, this, [this] {
        const QPoint corner = m_moreButton->mapToGlobal(QPoint(0, 0));
        m_moreMenu->popup(corner - QPoint(0, m_moreMenu->sizeHint().height()));
    });
    return footer;
}

} // namespace vigie::gui
