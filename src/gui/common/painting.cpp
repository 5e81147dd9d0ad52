// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/painting.h"

#include "gui/common/icons.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kPillPadding = 7;
constexpr int kPillIcon = 10;

int scaled(int pixels)
{
    return qRound(pixels * textScale());
}

QString initialOf(const QString &name)
{
    QString trimmed = name.trimmed();
    while (trimmed.startsWith(u'@') || trimmed.startsWith(u'#'))
        trimmed.remove(0, 1);
    if (trimmed.isEmpty())
        return QString(u'?');
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, trimmed);
    const qsizetype end = finder.toNextBoundary();
    return trimmed.left(end > 0 ? end : 1).toUpper();
}

} // namespace

void paintAvatar(QPainter *painter, const QRectF &rect, const QString &name, const QString &key, Scheme scheme)
{
    // Eight hues of one lightness and low chroma: a list must not look like a box of sweets.
    static constexpr std::array<int, 8> kHues = {8, 32, 96, 158, 190, 218, 262, 322};
    // Without a seed: a person keeps the colour from one start to the next.
    const int hue = kHues[qHash(key, 0) % kHues.size()];
    const QColor ground = scheme == Scheme::Light ? QColor::fromHsl(hue, 105, 214) : QColor::fromHsl(hue, 70, 62);
    const QColor ink = scheme == Scheme::Light ? QColor::fromHsl(hue, 140, 58) : QColor::fromHsl(hue, 130, 214);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawEllipse(rect);
    QFont font = textFont(TextSize::Body, QFont::DemiBold);
    font.setPixelSize(std::max(9, qRound(rect.height() * 0.42)));
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(rect, Qt::AlignCenter, initialOf(name));
    painter->restore();
}

int pillHeight()
{
    return scaled(18);
}

int pillWidth(const Pill &pill)
{
    const QFontMetrics metrics(textFont(TextSize::Small, QFont::Medium));
    const int iconWidth = pill.iconName.isEmpty() ? 0 : scaled(kPillIcon) + (pill.text.isEmpty() ? 0 : scaled(4));
    return iconWidth + metrics.horizontalAdvance(pill.text) + 2 * scaled(kPillPadding);
}

int paintPill(QPainter *painter, const QRectF &rect, const Pill &pill, Scheme scheme)
{
    const int width = pillWidth(pill);
    const QRectF box(rect.left(), rect.center().y() - pillHeight() / 2.0, width, pillHeight());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(pill.ground, scheme));
    painter->drawRoundedRect(box, box.height() / 2, box.height() / 2);
    double x = box.left() + scaled(kPillPadding);
    const QColor ink = color(pill.ink, scheme);
    if (!pill.iconName.isEmpty()) {
        const int side = scaled(kPillIcon);
        paintIcon(painter, QRectF(std::round(x), std::round(box.center().y() - side / 2.0), side, side), pill.iconName, ink);
        x += side + scaled(4);
    }
    painter->setFont(textFont(TextSize::Small, QFont::Medium));
    painter->setPen(ink);
    painter->drawText(QRectF(x, box.top(), width, box.height()), Qt::AlignVCenter | Qt::AlignLeft, pill.text);
    painter->restore();
    return width;
}

QString oneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar character : text) {
        const bool isBreak = character == u' ' || character == u'\n' || character == u'\r' || character == u'\t'
                             || character == QChar::LineSeparator || character == QChar::ParagraphSeparator;
        if (!isBreak)
            line += character;
        else if (!line.isEmpty() && line.back() != u' ')
            line += u' ';
    }
    if (line.endsWith(u' '))
        line.chop(1);
    return line;
}

int textHeight(const QString &text, const QFont &font, int width, QTextOption::WrapMode wrapMode)
{
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s);
    lines.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(lines, font);
    QTextOption option;
    option.setWrapMode(wrapMode);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(width);
        height += line.height();
    }
    layout.endLayout();
    return int(std::ceil(height));
}

int paintText(QPainter *painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color, int lines)
{
    const QString flat = oneLine(text);
    QTextLayout layout(flat, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    const QFontMetricsF metrics(font);
    const double lineHeight = std::round(metrics.height() * 1.15);
    painter->setPen(color);
    painter->setFont(font);
    double y = 0;
    layout.beginLayout();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const bool isLast = i + 1 == lines;
        const qsizetype end = line.textStart() + line.textLength();
        if (isLast && end < flat.size()) {
            // Only what may fit is shaped: the line as it broke, and the beginning of the word that did not fit.
            constexpr int kNextWord = 48;
            const QString whole = flat.mid(line.textStart(), line.textLength() + kNextWord);
            QString rest = metrics.elidedText(whole, Qt::ElideRight, rect.width());
            if (rest == whole && line.textStart() + whole.size() < flat.size())
                rest += u'…';
            painter->drawText(QPointF(rect.left(), rect.top() + y + metrics.ascent()), rest);
        } else {
            line.setPosition(QPointF(0, y));
            line.draw(painter, rect.topLeft());
        }
        y += lineHeight;
    }
    layout.endLayout();
    return int(std::ceil(y));
}

} // namespace vigie::gui
