// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;
class QDBusVariant;
class QWidget;

namespace vigie::gui
{

enum class Scheme { Light, Dark };

/**
 * The one table of colours. No other file names a colour. Each token has a light and a dark value; every pair of text and
 * ground that is drawn reaches WCAG AA (4.5 : 1), which tst_theme computes.
 */
enum class Token {
    Surface,      ///< the window behind everything
    Raised,       ///< lists, cards, inputs, panels
    Hover,        ///< below the pointer
    Hairline,     ///< the only line there is
    Control,      ///< the outline of an input or a button: 3 : 1 against its ground
    Text,
    Muted,        ///< secondary text; still AA on Surface, Raised, Hover and Selection
    Accent,       ///< fill of the one primary action
    AccentHover,
    AccentText,   ///< on Accent
    Link,         ///< accent as text or icon on Surface and Raised; also the focus ring
    Selection,    ///< ground of the selected row; text on it is Text and Muted
    Negative,     ///< as text or icon, on Surface, Raised and NegativeTint
    NegativeTint,
    Warning,
    WarningTint,
    Positive,
    PositiveTint,
    Neutral,
    NeutralTint,
    Drill,        ///< as text or icon
    DrillTint,
    DrillBand,    ///< ground of the band EXERCICE
    DangerFill,   ///< ground of the red band and of the destructive button
    FillText,     ///< on DrillBand and DangerFill
    OfflineBand,  ///< ground of the grey band; text on it is Text
    ChartNegative,
    ChartNeutral,
    ChartPositive,
    ChartUsual,   ///< the usual band behind the columns
    ChartGrid,
    Skeleton,
    Count
};

[[nodiscard]] QColor color(Token token, Scheme scheme);
/// Which of the two a palette is: what a widget or a delegate asks, so that nobody needs the Theme itself.
[[nodiscard]] Scheme schemeOf(const QPalette &palette);
[[nodiscard]] QColor color(Token token, const QPalette &palette);
[[nodiscard]] QColor color(Token token, const QWidget &widget);

/// Steps of the 4 px grid.
namespace space
{
inline constexpr int kTiny = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr int kHuge = 24;
inline constexpr int kVast = 32;
inline constexpr int kRadius = 6;
} // namespace space

/// The five sizes, 11/13/15/20/28 px at 100 %; there are no others.
enum class TextSize { Small, Body, Large, Title, Display };

/// For painters. Grows with the application's font, so that text at 200 % stays in proportion.
[[nodiscard]] QFont textFont(TextSize size, QFont::Weight weight = QFont::Normal);
/// 1.0 at 13 px: what a painter multiplies its fixed heights with.
[[nodiscard]] double textScale();

/**
 * How a label or a button looks, by name: the style sheet knows these. Works with theme and size switched at run time,
 * which a font or colour set by hand does not.
 */
enum class TextRole { Body, Small, Muted, SmallMuted, Strong, Large, Title, Display, Section, Negative, Warning, Positive };
void setTextRole(QWidget *label, TextRole role);
enum class ButtonKind {
    Normal,
    Primary, ///< one a page
    Danger,  ///< destructive, or goes out to the public
    Quiet,   ///< no frame until hovered
};
void setButtonKind(QWidget *button, ButtonKind kind);
/// A plain panel on Raised with hairlines where asked; the only frame there is. `sides` as in Qt::Edges.
void setPanel(QWidget *panel, Qt::Edges hairlines = {});

/**
 * Puts the tokens on the application: Fusion, palette, fonts and a small style sheet. One per program, made in main().
 * "System" listens to the desktop portal without ever waiting for it; until it answers, and where there is none, light.
 */
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    explicit Theme(QApplication &application);

    [[nodiscard]] Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    /// Asks the desktop now, and listens from now on: after the first frame, because the way to the bus alone takes milliseconds.
    void followSystem();
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    /// 1.0 to 2.0.
    void setTextScale(double scale);

    [[nodiscard]] static QString toKey(Choice choice); ///< "system", "light", "dark", as settings and --theme say it
    [[nodiscard]] static Choice choiceFromKey(QStringView key); ///< System for anything unknown

signals:
    void changed();

private slots:
    void applyPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void setSystemScheme(uint colorScheme);
    void apply();

    QApplication &m_application;
    Choice m_choice = Choice::Light;
    Scheme m_scheme = Scheme::Light;
    Scheme m_systemScheme = Scheme::Light;
    double m_textScale = 1.0;
    bool m_isFollowing = false;
};

} // namespace vigie::gui
