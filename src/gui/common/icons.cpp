// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/icons.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

Q_LOGGING_CATEGORY(lcIcons, "vigie.gui.icons")

QString fileOf(const QString &name)
{
    const QString own = u":/icons/own/%1.svg"_s.arg(name);
    return QFile::exists(own) ? own : u":/icons/%1.svg"_s.arg(name);
}

QPixmap tinted(const QString &name, const QColor &color, QSize size, qreal ratio)
{
    const QSize pixels = size * ratio;
    const QString key = u"vigie-icon/%1/%2/%3x%4"_s.arg(name, color.name(QColor::HexArgb)).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        pixmap.setDevicePixelRatio(ratio);
        return pixmap;
    }
    QFile file(fileOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcIcons) << "no icon" << name << "in resources/icons.cmake";
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    // A wider size than high is a button's way to ask for air between the icon and its word.
    const int side = std::min(pixels.width(), pixels.height());
    renderer.render(&painter, QRectF(pixels.width() > pixels.height() ? 0 : (pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString name, Token token) : m_name(std::move(name)), m_token(token) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QPoint corner(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(QRect(corner, QSize(side, side)), tinted(m_name, inkFor(mode, state), QSize(side, side), ratio));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return tinted(m_name, inkFor(mode, state), size, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // QIcon asks for device pixels here and sets the ratio itself.
        Q_UNUSED(scale)
        return tinted(m_name, inkFor(mode, state), size, 1.0);
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine *clone() const override { return new TintedIconEngine(m_name, m_token); }
    QString key() const override { return u"vigie-tinted"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(fileOf(m_name)); }

private:
    [[nodiscard]] QColor inkFor(QIcon::Mode mode, QIcon::State state) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return color(Token::Control, palette);
        if (m_token == Token::Text && (state == QIcon::On || mode == QIcon::Selected))
            return color(Token::Link, palette);
        return color(m_token, palette);
    }

    QString m_name;
    Token m_token;
};

} // namespace

QIcon icon(const QString &name, Token token)
{
    if (!QFile::exists(fileOf(name))) {
        qCWarning(lcIcons) << "no icon" << name << "in resources/icons.cmake";
        return {};
    }
    return QIcon(new TintedIconEngine(name, token));
}

void setButtonIcon(QAbstractButton *button, const QIcon &image)
{
    const int side = qRound(16 * textScale());
    button->setIcon(image);
    button->setIconSize(image.isNull() || button->text().isEmpty() ? QSize(side, side) : QSize(side + space::kTiny, side));
}

void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const QSize size = rect.size().toSize();
    painter->drawPixmap(rect.topLeft(), tinted(name, color, size, painter->device()->devicePixelRatioF()));
}

QString networkIconName(QStringView network)
{
    static const QHash<QString, QString> names = {
        {u"mastodon"_s, u"mastodon"_s},   {u"x"_s, u"twitter"_s},           {u"twitter"_s, u"twitter"_s},
        {u"facebook"_s, u"facebook"_s},   {u"instagram"_s, u"instagram"_s}, {u"youtube"_s, u"youtube"_s},
        {u"reddit"_s, u"reddit"_s},       {u"linkedin"_s, u"linkedin"_s},   {u"tiktok"_s, u"tiktok"_s},
        {u"rss"_s, u"rss"_s},             {u"feed"_s, u"rss"_s},            {u"web"_s, u"globe2"_s},
        {u"press"_s, u"newspaper"_s},     {u"news"_s, u"newspaper"_s},      {u"telegram"_s, u"telegram"_s},
        {u"whatsapp"_s, u"whatsapp"_s},   {u"email"_s, u"envelope"_s},      {u"forum"_s, u"chat-left-text"_s},
        {u"review"_s, u"star"_s},         {u"trustpilot"_s, u"star"_s},     {u"bluesky"_s, u"bluesky"_s}};
    return names.value(network.toString(), u"globe2"_s);
}

} // namespace vigie::gui
