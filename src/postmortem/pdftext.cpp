// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/pdftext.h"

#include "core/text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace vigie::postmortem::pdf
{
namespace
{

constexpr qreal kLineSpacing = 1.38;

bool isEmojiPart(char32_t point)
{
    return (point >= 0x1f000 && point <= 0x1faff) || (point >= 0x2600 && point <= 0x27bf)
           || (point >= 0x2b00 && point <= 0x2bff) || (point >= 0x2300 && point <= 0x23ff && point != 0x2318)
           || (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0000 && point <= 0xe007f) || point == 0x20e3;
}

bool isTidiable(QChar unit)
{
    return unit == u' ';
}

} // namespace

QFont font(qreal points, Weight weight)
{
    QFont result;
    result.setFamilies({u"Noto Sans"_s, u"DejaVu Sans"_s});
    result.setPixelSize(qRound(pt(points)));
    result.setWeight(weight == Weight::Bold ? QFont::Bold : QFont::Normal);
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setStyleStrategy(QFont::ForceOutline);
    result.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    return result;
}

QString printable(const QString &text)
{
    const QString clean = core::sanitized(text);
    QString result;
    result.reserve(clean.size());
    bool hasDropped = false;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const bool isPair = clean[i].isHighSurrogate() && i + 1 < clean.size();
        const char32_t point = isPair ? QChar::surrogateToUcs4(clean[i], clean[i + 1]) : clean[i].unicode();
        // A joiner belongs to emoji only after one; in other scripts it shapes letters.
        if (isEmojiPart(point) || (hasDropped && point == 0x200d)) {
            hasDropped = true;
            i += isPair ? 1 : 0;
            continue;
        }
        const bool isDoubled = hasDropped && isTidiable(clean[i])
                               && (result.isEmpty() || isTidiable(result.back()) || result.back() == u'\n');
        hasDropped = hasDropped && isDoubled;
        if (isDoubled)
            continue;
        result.append(clean[i]);
        if (isPair)
            result.append(clean[++i]);
    }
    result = result.trimmed();
    return result.isEmpty() && !text.trimmed().isEmpty() ? u"—"_s : result;
}

TextBox::TextBox(const QString &text, const QFont &font, qreal width, Qt::Alignment alignment)
    : m_layout(std::make_unique<QTextLayout>(QString(text).replace(u'\n', QChar(QChar::LineSeparator)), font))
    , m_lineHeight(font.pixelSize() * kLineSpacing)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(m_layout->text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    if (option.textDirection() == Qt::RightToLeft && alignment == Qt::AlignLeft)
        option.setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        // Baselines stand on one grid, whatever font a foreign script brings along.
        const qreal ascent = QFontMetricsF(font).ascent();
        const qreal slack = (m_lineHeight - font.pixelSize() * 1.36) / 2;
        line.setPosition({0, line.lineNumber() * m_lineHeight + slack + ascent - line.ascent()});
    }
    m_layout->endLayout();
}

TextBox::~TextBox() = default;
TextBox::TextBox(TextBox &&) noexcept = default;

int TextBox::lineCount() const
{
    return m_layout->lineCount();
}

qreal TextBox::usedWidth() const
{
    qreal width = 0;
    for (int i = 0; i < m_layout->lineCount(); ++i)
        width = std::max(width, m_layout->lineAt(i).naturalTextWidth());
    return width;
}

void TextBox::paint(QPainter &painter, QPointF at, const QColor &ink, int first, int count) const
{
    const int end = count < 0 ? lineCount() : std::min(lineCount(), first + count);
    painter.setPen(ink);
    for (int i = first; i < end; ++i)
        m_layout->lineAt(i).draw(&painter, at - QPointF(0, first * m_lineHeight));
}

QString fitted(const QString &text, const QFont &font, qreal width)
{
    return QFontMetricsF(font).elidedText(text.simplified(), Qt::ElideRight, width);
}

} // namespace vigie::postmortem::pdf
