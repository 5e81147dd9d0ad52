// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replywidgets.h"

#include "gui/common/icons.h"
#include "gui/reply/replytexts.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kAllLines = 200;
constexpr int kQuoteLines = 3;
constexpr int kQuoteIndent = 12;

int scaled(int pixels)
{
    return qRound(pixels * textScale());
}

/// As paintText() sets it.
double lineHeight(const QFont &font)
{
    return std::round(QFontMetricsF(font).height() * 1.15);
}

int countLines(const QString &text, const QFont &font, double width, int limit)
{
    QTextLayout layout(oneLine(text), font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int lines = 0;
    while (lines < limit) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(1.0, width));
        ++lines;
    }
    layout.endLayout();
    return lines;
}

int textHeight(const QString &text, const QFont &font, double width, int limit)
{
    return int(std::ceil(countLines(text, font, width, limit) * lineHeight(font)));
}

void makeGrowing(QWidget *widget)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    widget->setSizePolicy(policy);
}

void paintFocus(QPainter &painter, const QWidget &widget)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(Token::Link, widget), 2));
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
}

} // namespace

QuoteView::QuoteView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    makeGrowing(this);
}

void QuoteView::setQuote(const QString &meta, const QString &text)
{
    m_meta = meta;
    m_text = text;
    setAccessibleName(meta + u", "_s + text);
    updateGeometry();
    update();
}

int QuoteView::lines() const
{
    return m_isOpen ? kAllLines : kQuoteLines;
}

int QuoteView::heightForWidth(int width) const
{
    const int head = m_meta.isEmpty() ? 0 : int(lineHeight(textFont(TextSize::Small))) + 2;
    return 2 * space::kTiny + head + textHeight(m_text, textFont(TextSize::Body), width - kQuoteIndent - 4, lines());
}

QSize QuoteView::sizeHint() const
{
    return {scaled(280), heightForWidth(scaled(280))};
}

void QuoteView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Control, *this));
    painter.drawRoundedRect(QRectF(0, space::kTiny, 3, height() - 2 * space::kTiny), 1.5, 1.5);
    QRectF rest(kQuoteIndent, space::kTiny, width() - kQuoteIndent - 4, height());
    if (!m_meta.isEmpty())
        rest.setTop(rest.top() + 2
                    + paintText(&painter, rest, m_meta, textFont(TextSize::Small), color(Token::Muted, *this), 1));
    paintText(&painter, rest, m_text, textFont(TextSize::Body), color(Token::Text, *this), lines());
    if (hasFocus())
        paintFocus(painter, *this);
}

void QuoteView::toggle()
{
    m_isOpen = !m_isOpen;
    updateGeometry();
    update();
}

void QuoteView::mousePressEvent(QMouseEvent *)
{
    toggle();
}

void QuoteView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        toggle();
    else
        QWidget::keyPressEvent(event);
}

void QuoteView::focusInEvent(QFocusEvent *)
{
    update();
}

void QuoteView::focusOutEvent(QFocusEvent *)
{
    update();
}

PillFlow::PillFlow(QWidget *parent) : QWidget(parent)
{
    makeGrowing(this);
}

void PillFlow::setPills(const QList<Pill> &pills)
{
    m_pills = pills;
    QStringList words;
    for (const Pill &pill : pills)
        words += pill.text;
    setAccessibleName(words.join(u", "_s));
    updateGeometry();
    update();
}

int PillFlow::layOut(int width, QPainter *painter) const
{
    int x = 0;
    int y = 0;
    for (const Pill &pill : m_pills) {
        const int wide = pillWidth(pill);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += pillHeight() + space::kTiny;
        }
        if (painter)
            paintPill(painter, QRectF(x, y, wide, pillHeight()), pill, schemeOf(palette()));
        x += wide + space::kTiny;
    }
    return m_pills.isEmpty() ? 0 : y + pillHeight();
}

int PillFlow::heightForWidth(int width) const
{
    return layOut(width, nullptr);
}

QSize PillFlow::sizeHint() const
{
    return {scaled(160), heightForWidth(std::max(width(), scaled(160)))};
}

void PillFlow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    layOut(width(), &painter);
}

FindingRow::FindingRow(const reply::ReplyFinding &finding, QWidget *parent) : QAbstractButton(parent), m_finding(finding)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    makeGrowing(this);
    //: Screen reader. A gravity such as "To correct", and what the check found.
    setAccessibleName(tr("%1: %2").arg(ReplyTexts::severity(finding.severity), finding.message));
}

int FindingRow::textLeft() const
{
    return space::kTiny + scaled(14) + space::kSmall;
}

int FindingRow::heightForWidth(int width) const
{
    const int text = textHeight(accessibleName(), textFont(TextSize::Body), width - textLeft() - space::kTiny, kAllLines);
    return text + 2 * space::kTiny;
}

QSize FindingRow::sizeHint() const
{
    return {scaled(240), heightForWidth(scaled(240))};
}

void FindingRow::enterEvent(QEnterEvent *)
{
    update();
}

void FindingRow::leaveEvent(QEvent *)
{
    update();
}

void FindingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Hover, *this));
        painter.drawRoundedRect(rect(), space::kRadius, space::kRadius);
    }
    const int side = scaled(14);
    const QFont font = textFont(TextSize::Body);
    const double top = space::kTiny + (lineHeight(font) - side) / 2;
    paintIcon(&painter, QRectF(space::kTiny, std::round(top), side, side), ReplyTexts::severityIcon(m_finding.severity),
              color(ReplyTexts::severityInk(m_finding.severity), *this));
    paintText(&painter, QRectF(textLeft(), space::kTiny, width() - textLeft() - space::kTiny, height()), accessibleName(),
              font, color(Token::Text, *this), kAllLines);
    if (hasFocus())
        paintFocus(painter, *this);
}

FindingList::FindingList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void FindingList::setFindings(const std::vector<reply::ReplyFinding> &findings)
{
    std::vector<reply::ReplyFinding> sorted = findings;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.severity < b.severity; });
    const auto isSame = [](const reply::ReplyFinding &a, const reply::ReplyFinding &b) {
        return a.rule == b.rule && a.start == b.start && a.end == b.end && a.message == b.message;
    };
    if (std::equal(sorted.begin(), sorted.end(), m_findings.begin(), m_findings.end(), isSame))
        return;
    m_findings = std::move(sorted);
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const reply::ReplyFinding &finding : m_findings) {
        auto *row = new FindingRow(finding, this);
        m_layout->addWidget(row);
        connect(row, &FindingRow::clicked, this, [this, row] { emit findingActivated(row->finding()); });
    }
    setVisible(!m_findings.empty());
}

NoticeBar::NoticeBar(QWidget *parent) : QWidget(parent)
{
    makeGrowing(this);
    hide();
}

void NoticeBar::setNotice(Kind kind, const QString &text)
{
    m_kind = kind;
    m_text = text;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

int NoticeBar::heightForWidth(int width) const
{
    const int left = space::kMedium + scaled(16) + space::kSmall;
    return textHeight(m_text, textFont(TextSize::Body), width - left - space::kMedium, kAllLines) + 2 * space::kSmall;
}

QSize NoticeBar::sizeHint() const
{
    return {scaled(240), heightForWidth(std::max(width(), scaled(240)))};
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    struct Look {
        Token ground;
        Token ink;
        QString iconName;
    };
    const auto look = [this]() -> Look {
        switch (m_kind) {
        case Kind::Info:
            break;
        case Kind::Warning:
            return {Token::WarningTint, Token::Warning, u"exclamation-triangle-fill"_s};
        case Kind::Danger:
            return {Token::NegativeTint, Token::Negative, u"send-slash"_s};
        case Kind::Drill:
            return {Token::DrillTint, Token::Drill, u"flag-fill"_s};
        case Kind::Positive:
            return {Token::PositiveTint, Token::Positive, u"check2-all"_s};
        }
        return {Token::NeutralTint, Token::Neutral, u"info-circle"_s};
    }();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(look.ground, *this));
    painter.drawRoundedRect(rect(), space::kRadius, space::kRadius);
    const int side = scaled(16);
    const QFont font = textFont(TextSize::Body);
    const double top = space::kSmall + (lineHeight(font) - side) / 2;
    paintIcon(&painter, QRectF(space::kMedium, std::round(top), side, side), look.iconName, color(look.ink, *this));
    const int left = space::kMedium + side + space::kSmall;
    paintText(&painter, QRectF(left, space::kSmall, width() - left - space::kMedium, height()), m_text, font,
              color(look.ink, *this), kAllLines);
}

} // namespace vigie::gui
