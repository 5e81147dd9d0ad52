// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/alertstrip.h"

#include "gui/common/icons.h"
#include "gui/common/textlabel.h"
#include "gui/common/widgets.h"
#include "gui/monitoring/alerttexts.h"
#include "gui/shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using vigie::monitoring::Alert;

namespace vigie::gui
{

namespace
{

constexpr std::size_t kShown = 2;
constexpr int kIconSide = 16;
constexpr int kRoomForWords = 300;

} // namespace

AlertCard::AlertCard(QWidget *parent)
    : QWidget(parent)
    , m_titleLabel(new QLabel(this))
    , m_sentenceLabel(new QLabel(this))
    , m_evidenceLabel(new ElidedLabel(this))
    , m_caveatRow(new QWidget(this))
    , m_caveatLabel(new ElidedLabel(m_caveatRow))
    , m_whyButton(new QPushButton(this))
    , m_crisisButton(new QPushButton(this))
    , m_showButton(new QPushButton(this))
    , m_acknowledgeButton(new QPushButton(this))
    , m_dismissButton(new QPushButton(this))
{
    setTextRole(m_titleLabel, TextRole::Strong);
    setTextRole(m_evidenceLabel, TextRole::Muted);
    setTextRole(m_caveatLabel, TextRole::Warning);
    for (QLabel *label : {m_titleLabel, m_sentenceLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_sentenceLabel->setWordWrap(true);
    setFocusProxy(m_whyButton);
    for (ElidedLabel *label : {m_evidenceLabel, m_caveatLabel})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (QPushButton *button : {m_whyButton, m_showButton, m_acknowledgeButton, m_dismissButton})
        setButtonKind(button, ButtonKind::Quiet);
    m_caveatIcon = new QLabel(m_caveatRow);
    auto *caveat = new QHBoxLayout(m_caveatRow);
    caveat->setContentsMargins(0, 0, 0, 0);
    caveat->setSpacing(space::kTiny);
    caveat->addWidget(m_caveatIcon);
    caveat->addWidget(m_caveatLabel, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    for (QWidget *line : std::initializer_list<QWidget *>{m_titleLabel, m_sentenceLabel, m_evidenceLabel, m_caveatRow})
        words->addWidget(line);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(space::kTiny);
    m_buttons->addStretch(1);
    for (QPushButton *button : {m_whyButton, m_showButton, m_dismissButton, m_acknowledgeButton, m_crisisButton})
        m_buttons->addWidget(button);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_row->setContentsMargins(space::kLarge + qRound(kIconSide * textScale()) + space::kMedium, space::kSmall, space::kLarge, space::kSmall);
    m_row->setSpacing(space::kMedium);
    m_row->addLayout(words, 1);
    m_row->addLayout(m_buttons);
    connect(m_crisisButton, &QPushButton::clicked, this, [this] {
        if (m_alert.incident.isValid())
            emit roomRequested(m_alert.incident);
        else
            emit crisisRequested(m_alert.id);
    });
    connect(m_acknowledgeButton, &QPushButton::clicked, this, [this] { emit acknowledged(m_alert.id); });
    connect(m_dismissButton, &QPushButton::clicked, this, [this] {
        if (m_alert.state == monitoring::AlertState::New)
            emit dismissed(m_alert.id);
        else
            emit putAway();
    });
    connect(m_whyButton, &QPushButton::clicked, this, [this] { emit whyRequested(m_alert); });
    connect(m_showButton, &QPushButton::clicked, this, [this] { emit windowRequested(m_alert.windowFrom, m_alert.windowTo); });
}

void AlertCard::setAlert(const Alert &alert, const core::Format &format)
{
    m_alert = alert;
    const core::Phrasebook phrases(format.language());
    const QString head = monitoring::title(alert.kind, phrases);
    //: Head of an alert: %1 says what it is, %2 names the watch, %3 is when
    QString titleText = tr("%1 · %2 · %3").arg(head, alert.reasons.watchName, format.dateShort(alert.raisedAt) + u' ' + format.time(alert.raisedAt));
    if (const QString settled = settledBy(alert); !settled.isEmpty())
        titleText += u" · "_s + settled;
    m_titleLabel->setText(titleText);
    m_titleLabel->setToolTip(format.dateTimeWithZone(alert.raisedAt));
    const QString sentence = monitoring::sentence(alert, format, phrases);
    m_sentenceLabel->setText(sentence);
    m_evidenceLabel->setFullText(alertEvidence(alert, format));
    const QStringList caveats = monitoring::caveats(alert, format, phrases);
    showCaveats(caveats);
    showButtons();
    keepHeight();
    setAccessibleName(head);
    setAccessibleDescription((QStringList(sentence) + caveats).join(u' '));
}

void AlertCard::showCaveats(const QStringList &caveats)
{
    m_caveatRow->setVisible(!caveats.isEmpty());
    if (caveats.isEmpty())
        return;
    const int side = qRound(kIconSide * textScale());
    m_caveatIcon->setPixmap(icon(u"info-circle"_s, Token::Warning).pixmap(side, side));
    const int others = int(caveats.size()) - 1;
    //: %1 says what limits an alert ("Only 30 hours of history …"); %n more such sentences are behind "Why?"
    m_caveatLabel->setFullText(others == 0 ? caveats.first() : tr("%1 (and %n more)", nullptr, others).arg(caveats.first()));
}

void AlertCard::showButtons()
{
    const bool isWaiting = m_alert.state == monitoring::AlertState::New;
    m_crisisButton->setText(m_alert.incident.isValid() ? tr("Go to the crisis") : tr("Open a crisis…"));
    m_whyButton->setText(tr("Why?"));
    m_whyButton->setToolTip(tr("Everything this alert was given for"));
    m_acknowledgeButton->setText(tr("I take it"));
    m_acknowledgeButton->setToolTip(tr("Say that you look into it; the others see it"));
    m_acknowledgeButton->setVisible(isWaiting);
    m_dismissButton->setText(isWaiting ? tr("Dismiss") : tr("Put away"));
    m_dismissButton->setToolTip(isWaiting ? tr("It was nothing") : tr("It stays on the curve"));
    m_showButton->setText(tr("Show"));
    m_showButton->setToolTip(tr("Show the mentions of that time"));
}

void AlertCard::setShort(bool isShort)
{
    m_evidenceLabel->setVisible(!isShort);
    keepHeight();
}

void AlertCard::setPresented(bool isPresented)
{
    m_isPresented = isPresented;
    update();
}

void AlertCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // With large text or a narrow window the buttons go below the words.
    const bool isNarrow = width() < m_buttons->sizeHint().width() + qRound(kRoomForWords * textScale());
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    keepHeight();
}

void AlertCard::keepHeight()
{
    setMinimumHeight(std::max(0, m_row->totalHeightForWidth(width()))); // -1 before it has a width
}

void AlertCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isWaiting = m_alert.state == monitoring::AlertState::New;
    painter.fillRect(rect(), color(isWaiting ? Token::NegativeTint : Token::Raised, *this));
    painter.fillRect(QRect(0, 0, 3, height()), color(Token::Negative, *this));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Token::Hairline, *this));
    const int side = qRound(kIconSide * textScale());
    paintIcon(&painter, QRectF(space::kLarge, (height() - side) / 2, side, side), u"exclamation-triangle-fill"_s,
              color(Token::Negative, *this));
    if (m_isPresented) {
        painter.setPen(QPen(color(Token::Link, *this), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -2));
    }
}

AlertStrip::AlertStrip(QWidget *parent)
    : QWidget(parent)
    , m_format(core::Language::English, QTimeZone::utc())
    , m_layout(new QVBoxLayout(this))
    , m_moreButton(new QPushButton(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_moreButton);
    setButtonKind(m_moreButton, ButtonKind::Quiet);
    connect(m_moreButton, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        showAlerts();
    });
    hide();
}

void AlertStrip::setAlerts(std::vector<Alert> alerts, const core::Format &format)
{
    m_alerts = std::move(alerts);
    m_format = format;
    setAccessibleName(tr("Alerts"));
    showAlerts();
}

void AlertStrip::present(const Alert &alert)
{
    m_presented = alert;
    showAlerts();
    m_cards.front()->setFocus(Qt::OtherFocusReason);
}

void AlertStrip::setShort(bool isShort)
{
    if (std::exchange(m_isShort, isShort) != isShort)
        showAlerts();
}

const Alert *AlertStrip::first() const
{
    if (m_presented)
        return &*m_presented;
    return m_alerts.empty() ? nullptr : &m_alerts.front();
}

AlertCard *AlertStrip::makeCard()
{
    auto *card = new AlertCard(this);
    connect(card, &AlertCard::crisisRequested, this, &AlertStrip::crisisRequested);
    connect(card, &AlertCard::roomRequested, this, &AlertStrip::roomRequested);
    connect(card, &AlertCard::acknowledged, this, &AlertStrip::acknowledged);
    connect(card, &AlertCard::dismissed, this, &AlertStrip::dismissed);
    connect(card, &AlertCard::windowRequested, this, &AlertStrip::windowRequested);
    connect(card, &AlertCard::whyRequested, this, &AlertStrip::whyRequested);
    connect(card, &AlertCard::putAway, this, [this] {
        m_presented.reset();
        showAlerts();
    });
    return card;
}

void AlertStrip::showAlerts()
{
    // The one that was asked for comes first; the others follow, newest first.
    std::vector<Alert> cards;
    if (m_presented) {
        const auto waiting = std::ranges::find(m_alerts, m_presented->id, &Alert::id);
        if (waiting != m_alerts.end())
            m_presented = *waiting;
        else if (m_presented->state == monitoring::AlertState::New)
            m_presented.reset(); // somebody has settled it meanwhile: it leaves like any other
    }
    if (m_presented)
        cards.push_back(*m_presented);
    for (const Alert &alert : m_alerts) {
        if (alert.id != presented())
            cards.push_back(alert);
    }
    const std::size_t most = m_isShort ? 1 : kShown;
    const std::size_t shown = m_showsAll ? cards.size() : std::min(most, cards.size());
    while (m_cards.size() < shown) {
        m_cards.push_back(makeCard());
        m_layout->insertWidget(int(m_cards.size()) - 1, m_cards.back());
    }
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setVisible(i < shown);
        if (i >= shown)
            continue;
        m_cards[i]->setAlert(cards[i], m_format);
        m_cards[i]->setPresented(cards[i].id == presented());
        m_cards[i]->setShort(m_isShort);
    }
    m_moreButton->setVisible(cards.size() > most);
    m_moreButton->setText(m_showsAll ? tr("Show fewer alerts") : tr("%n more alert(s)", nullptr, int(cards.size() - shown)));
    setVisible(!cards.empty());
    emit cardsChanged();
}

void AlertStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showAlerts();
}

} // namespace vigie::gui
