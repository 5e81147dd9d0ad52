// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/theme.h"

#include "gui/shell/deskstyle.h"
#include "gui/shell/stylesheet.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QHash>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kBasePixels = 13;
const auto kPortalService = u"org.freedesktop.portal.Desktop"_s;
const auto kPortalPath = u"/org/freedesktop/portal/desktop"_s;
const auto kPortalInterface = u"org.freedesktop.portal.Settings"_s;
const auto kAppearance = u"org.freedesktop.appearance"_s;
const auto kColorScheme = u"color-scheme"_s;

struct Pair {
    QRgb light;
    QRgb dark;
};

// In the order of Token.
constexpr std::array<Pair, static_cast<std::size_t>(Token::Count)> kTokens = {{
    {0xfff5f6f8, 0xff131519}, // Surface
    {0xffffffff, 0xff1b1e24}, // Raised
    {0xffeef0f4, 0xff242831}, // Hover
    {0xffe3e6eb, 0xff2c313a}, // Hairline
    {0xff868e9c, 0xff6b7484}, // Control
    {0xff161a20, 0xffe9ebef}, // Text
    {0xff586172, 0xffa0a8b6}, // Muted
    {0xff2557d6, 0xff2f66e0}, // Accent
    {0xff1d48b8, 0xff2a5cd0}, // AccentHover
    {0xffffffff, 0xffffffff}, // AccentText
    {0xff2557d6, 0xff8db2ff}, // Link
    {0xffe6eefe, 0xff223050}, // Selection
    {0xffb3261e, 0xffff8a80}, // Negative
    {0xfffdeceb, 0xff43201f}, // NegativeTint
    {0xff8a5200, 0xfff5b453}, // Warning
    {0xfffdf1dc, 0xff3d2d12}, // WarningTint
    {0xff0b6b5d, 0xff5fcfbd}, // Positive
    {0xffe0f4f0, 0xff14372f}, // PositiveTint
    {0xff4b5464, 0xffb4bbc7}, // Neutral
    {0xffebeef2, 0xff2b303a}, // NeutralTint
    {0xff6a3cc0, 0xffc3a5ff}, // Drill
    {0xfff1eafd, 0xff33264f}, // DrillTint
    {0xff6a3cc0, 0xff6a3cc0}, // DrillBand
    {0xffb3261e, 0xffb3261e}, // DangerFill
    {0xffffffff, 0xffffffff}, // FillText
    {0xffe3e6eb, 0xff333944}, // OfflineBand
    {0xffd0453b, 0xffe8675c}, // ChartNegative
    {0xffb7bfcb, 0xff5c6575}, // ChartNeutral
    {0xff1c9583, 0xff3fb9a5}, // ChartPositive
    {0xffdfe7f7, 0xff26324a}, // ChartUsual
    {0xffe9ecf0, 0xff282d36}, // ChartGrid
    {0xffe9ecf0, 0xff282d36}, // Skeleton
}};

int pixelsOf(TextSize size)
{
    switch (size) {
    case TextSize::Small:
        return 11;
    case TextSize::Body:
        return kBasePixels;
    case TextSize::Large:
        return 15;
    case TextSize::Title:
        return 20;
    case TextSize::Display:
        return 28;
    }
    return kBasePixels;
}

QPalette paletteFor(Scheme scheme)
{
    const auto of = [scheme](Token token) { return color(token, scheme); };
    QPalette palette;
    palette.setColor(QPalette::Window, of(Token::Surface));
    palette.setColor(QPalette::WindowText, of(Token::Text));
    palette.setColor(QPalette::Base, of(Token::Raised));
    palette.setColor(QPalette::AlternateBase, of(Token::Surface));
    palette.setColor(QPalette::Text, of(Token::Text));
    palette.setColor(QPalette::PlaceholderText, of(Token::Muted));
    palette.setColor(QPalette::Button, of(Token::Raised));
    palette.setColor(QPalette::ButtonText, of(Token::Text));
    palette.setColor(QPalette::BrightText, of(Token::Negative));
    palette.setColor(QPalette::Highlight, of(Token::Accent));
    palette.setColor(QPalette::HighlightedText, of(Token::AccentText));
    palette.setColor(QPalette::Link, of(Token::Link));
    palette.setColor(QPalette::LinkVisited, of(Token::Link));
    palette.setColor(QPalette::ToolTipBase, of(Token::Raised));
    palette.setColor(QPalette::ToolTipText, of(Token::Text));
    palette.setColor(QPalette::Light, of(Token::Raised));
    palette.setColor(QPalette::Midlight, of(Token::Hover));
    palette.setColor(QPalette::Mid, of(Token::Hairline));
    palette.setColor(QPalette::Dark, of(Token::Control));
    palette.setColor(QPalette::Shadow, of(Token::Control));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, of(Token::Control));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, of(Token::Hairline));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, of(Token::Muted));
    return palette;
}

void setProperty(QWidget *widget, const char *name, const QString &value)
{
    if (widget->property(name).toString() == value)
        return;
    widget->setProperty(name, value);
    if (!widget->testAttribute(Qt::WA_WState_Polished))
        return; // the style will ask when it is shown
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

QColor color(Token token, Scheme scheme)
{
    const Pair &pair = kTokens[static_cast<std::size_t>(token)];
    return QColor::fromRgb(scheme == Scheme::Light ? pair.light : pair.dark);
}

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() > 127 ? Scheme::Light : Scheme::Dark;
}

QColor color(Token token, const QPalette &palette)
{
    return color(token, schemeOf(palette));
}

QColor color(Token token, const QWidget &widget)
{
    return color(token, schemeOf(widget.palette()));
}

double textScale()
{
    const int pixels = QApplication::font().pixelSize();
    return pixels > 0 ? double(pixels) / kBasePixels : 1.0;
}

QFont textFont(TextSize size, QFont::Weight weight)
{
    // Kept, because a font that is made anew looks its files up anew, and one card takes a dozen.
    struct Kept {
        QFont base;
        QHash<std::pair<int, int>, QFont> fonts;
    };
    static std::optional<Kept> kept;
    const QFont base = QApplication::font();
    if (!kept)
        qAddPostRoutine([] { kept.reset(); }); // fonts go before the application does
    if (!kept || kept->base != base)
        kept = Kept{base, {}};
    const std::pair key = {static_cast<int>(size), static_cast<int>(weight)};
    if (const auto known = kept->fonts.constFind(key); known != kept->fonts.cend())
        return *known;
    QFont font = base;
    font.setPixelSize(qRound(pixelsOf(size) * textScale()));
    font.setWeight(weight);
    kept->fonts.insert(key, font);
    return font;
}

void setTextRole(QWidget *label, TextRole role)
{
    static constexpr std::array<const char16_t *, 12> kNames = {u"body",   u"small", u"muted",   u"smallMuted",
                                                                u"strong", u"large", u"title",   u"display",
                                                                u"section", u"negative", u"warning", u"positive"};
    setProperty(label, "textRole", QString::fromUtf16(kNames[static_cast<std::size_t>(role)]));
}

void setButtonKind(QWidget *button, ButtonKind kind)
{
    static constexpr std::array<const char16_t *, 4> kNames = {u"normal", u"primary", u"danger", u"quiet"};
    setProperty(button, "buttonKind", QString::fromUtf16(kNames[static_cast<std::size_t>(kind)]));
}

void setPanel(QWidget *panel, Qt::Edges hairlines)
{
    QStringList sides;
    for (const auto &[edge, name] : {std::pair{Qt::TopEdge, u"top"_s}, std::pair{Qt::LeftEdge, u"left"_s},
                                     std::pair{Qt::RightEdge, u"right"_s}, std::pair{Qt::BottomEdge, u"bottom"_s}}) {
        if (hairlines.testFlag(edge))
            sides += name;
    }
    panel->setAttribute(Qt::WA_StyledBackground);
    setProperty(panel, "panel", sides.isEmpty() ? u"plain"_s : sides.join(u'-'));
}

Theme::Theme(QApplication &application) : m_application(application)
{
    QApplication::setStyle(new DeskStyle);
    apply();
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    apply();
}

void Theme::followSystem()
{
    if (!m_isFollowing)
        askPortal();
    m_isFollowing = true;
}

void Theme::setTextScale(double scale)
{
    m_textScale = std::clamp(scale, 1.0, 2.0);
    apply();
}

QString Theme::toKey(Choice choice)
{
    switch (choice) {
    case Choice::System:
        break;
    case Choice::Light:
        return u"light"_s;
    case Choice::Dark:
        return u"dark"_s;
    }
    return u"system"_s;
}

Theme::Choice Theme::choiceFromKey(QStringView key)
{
    if (key == u"light")
        return Choice::Light;
    return key == u"dark" ? Choice::Dark : Choice::System;
}

void Theme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kPortalService, kPortalPath, kPortalInterface, u"SettingChanged"_s, this,
                SLOT(applyPortalSetting(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(kPortalService, kPortalPath, kPortalInterface, u"Read"_s);
    question << kAppearance << kColorScheme;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            return; // no portal here: light it stays
        // Read() wraps the value twice.
        const QVariant outer = reply.value().variant();
        const QVariant value = outer.canConvert<QDBusVariant>() ? outer.value<QDBusVariant>().variant() : outer;
        setSystemScheme(value.toUInt());
    });
}

void Theme::applyPortalSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kAppearance && key == kColorScheme)
        setSystemScheme(value.variant().toUInt());
}

void Theme::setSystemScheme(uint colorScheme)
{
    m_systemScheme = colorScheme == 1 ? Scheme::Dark : Scheme::Light; // 0 no preference, 1 dark, 2 light
    if (m_choice == Choice::System)
        apply();
}

void Theme::apply()
{
    switch (m_choice) {
    case Choice::System:
        m_scheme = m_systemScheme;
        break;
    case Choice::Light:
        m_scheme = Scheme::Light;
        break;
    case Choice::Dark:
        m_scheme = Scheme::Dark;
        break;
    }
    QFont font;
    // Without an emoji family named here, DejaVu draws them in black and white.
    font.setFamilies({u"Inter"_s, u"Noto Sans"_s, u"Noto Color Emoji"_s});
    font.setPixelSize(qRound(kBasePixels * m_textScale));
    const QPalette palette = paletteFor(m_scheme);
    const QString sheet = styleSheetFor(m_scheme, m_textScale);
    if (m_application.styleSheet() == sheet && m_application.font() == font)
        return;
    QApplication::setFont(font);
    QApplication::setPalette(palette);
    m_application.setStyleSheet(sheet);
    emit changed();
}

} // namespace vigie::gui
