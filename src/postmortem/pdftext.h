// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include <memory>

class QPainter;
class QTextLayout;

namespace vigie::postmortem::pdf
{

/// Painting happens in the writer's own units: 1200 to the inch.
inline constexpr int kResolution = 1200;
[[nodiscard]] constexpr qreal mm(qreal millimetres)
{
    return millimetres * kResolution / 25.4;
}
[[nodiscard]] constexpr qreal pt(qreal points)
{
    return points * kResolution / 72.0;
}

/// Solid colours only: alpha is lost in some versions of the format.
namespace colour
{
inline constexpr QColor ink(0x11, 0x18, 0x27);
inline constexpr QColor muted(0x5b, 0x64, 0x72);
inline constexpr QColor hairline(0xe2, 0xe6, 0xeb);
inline constexpr QColor grid(0xec, 0xef, 0xf3);
inline constexpr QColor card(0xf7, 0xf9, 0xfb);
inline constexpr QColor accent(0x1d, 0x4e, 0xd8);
inline constexpr QColor accentPale(0xe8, 0xee, 0xfc);
inline constexpr QColor good(0x04, 0x78, 0x57);
inline constexpr QColor bad(0xb4, 0x23, 0x18);
inline constexpr QColor warning(0xa1, 0x5c, 0x07);
inline constexpr QColor drill(0x6d, 0x28, 0xd9);
inline constexpr QColor negative(0xb7, 0x3a, 0x2b);
inline constexpr QColor neutral(0xc3, 0xcb, 0xd6);
inline constexpr QColor positive(0x4f, 0x9d, 0x9a);
} // namespace colour

enum class Weight { Regular, Bold };

/// Noto Sans with a hair of letter spacing, which keeps ligatures, and so lost letters, out of the text layer.
[[nodiscard]] QFont font(qreal points, Weight weight = Weight::Regular);

/// What can be printed of a text from anywhere: without emoji, which no embedded font can draw, without controls, spaces
/// tidied where something went. "—" when nothing is left.
[[nodiscard]] QString printable(const QString &text);

/// A text broken into lines of one width. Line feeds end lines; a word that is too long is broken anywhere.
class TextBox
{
public:
    TextBox(const QString &text, const QFont &font, qreal width, Qt::Alignment alignment = Qt::AlignLeft);
    ~TextBox();
    TextBox(TextBox &&) noexcept;

    [[nodiscard]] int lineCount() const;
    [[nodiscard]] qreal lineHeight() const { return m_lineHeight; }
    [[nodiscard]] qreal height() const { return lineCount() * m_lineHeight; }
    /// The widest line.
    [[nodiscard]] qreal usedWidth() const;
    /// Paints `count` lines from `first` on, the top of the first at `at`. -1: all that follow.
    void paint(QPainter &painter, QPointF at, const QColor &ink, int first = 0, int count = -1) const;

private:
    std::unique_ptr<QTextLayout> m_layout;
    qreal m_lineHeight;
};

/// One line of at most `width`, ending in "…" where something was cut.
[[nodiscard]] QString fitted(const QString &text, const QFont &font, qreal width);

} // namespace vigie::postmortem::pdf
