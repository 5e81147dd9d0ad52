// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/jsonplaces.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{

LineColumn lineColumnAt(const QByteArray &text, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(text).first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {.line = int(std::ranges::count(before, '\n')) + 1,
            .column = int(QString::fromUtf8(before.sliced(lineStart)).size()) + 1};
}

/// One pass over the text. It keeps offsets; lines are counted only for what is asked, so that a hostile file costs no
/// more.
class JsonPlaces::Scanner
{
public:
    Scanner(const QByteArray &json, JsonPlaces &places)
        : m_json(json)
        , m_places(places)
    {
        if (m_json.startsWith("\xEF\xBB\xBF"))
            m_pos = 3;
    }

    void run() { (void)value({}, 0); }

private:
    [[nodiscard]] bool atEnd() const { return m_pos >= m_json.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_json[m_pos]; }
    void advance() { ++m_pos; }
    void skipSpace()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t'))
            advance();
    }
    [[nodiscard]] bool take(char expected)
    {
        skipSpace();
        if (peek() != expected || atEnd())
            return false;
        advance();
        return true;
    }
    void remark(const QString &path, qsizetype offset, QString reason)
    {
        m_places.m_remarks.push_back({.path = path, .at = lineColumnAt(m_json, offset), .reason = std::move(reason)});
    }

    /// Stands on the opening quote; ends behind the closing one.
    [[nodiscard]] QByteArrayView string()
    {
        const qsizetype start = m_pos;
        advance();
        while (!atEnd() && peek() != '"') {
            if (peek() == '\\')
                advance();
            if (!atEnd())
                advance();
        }
        if (!atEnd())
            advance();
        return QByteArrayView(m_json).sliced(start, m_pos - start);
    }
    [[nodiscard]] static QString decoded(QByteArrayView quoted)
    {
        if (!quoted.contains('\\'))
            return quoted.size() < 2 ? QString() : QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
        return QJsonDocument::fromJson('[' + quoted.toByteArray() + ']').array().at(0).toString();
    }

    /// False when there is nothing more to learn from the text.
    [[nodiscard]] bool value(const QString &path, int depth)
    {
        skipSpace();
        if (atEnd())
            return false;
        if (m_places.m_offsets.size() >= kMaxValues) {
            remark(path, m_pos, u"more than %1 values in one file"_s.arg(kMaxValues));
            return false;
        }
        m_places.m_offsets.insert(path, m_pos);
        if (depth > kMaxDepth) {
            remark(path, m_pos, u"nested more than %1 deep"_s.arg(kMaxDepth));
            return false;
        }
        if (peek() == '{')
            return object(path, depth);
        if (peek() == '[')
            return array(path, depth);
        if (peek() == '"') {
            (void)string();
            return true;
        }
        while (!atEnd() && QByteArrayView(",]} \t\r\n").indexOf(peek()) < 0)
            advance();
        return true;
    }

    [[nodiscard]] bool object(const QString &path, int depth)
    {
        advance();
        if (take('}'))
            return true;
        QSet<QString> names;
        do {
            skipSpace();
            if (peek() != '"')
                return false;
            const qsizetype start = m_pos;
            const QString name = decoded(string());
            const QString member = path.isEmpty() ? name : path + u'.' + name;
            if (names.contains(name))
                remark(member, start, u"“%1” is given twice"_s.arg(name));
            names.insert(name);
            if (m_places.m_remarks.size() >= kMaxRemarks)
                return false;
            if (!take(':') || !value(member, depth + 1))
                return false;
        } while (take(','));
        return take('}');
    }

    [[nodiscard]] bool array(const QString &path, int depth)
    {
        advance();
        if (take(']'))
            return true;
        int index = 0;
        do {
            if (index == kMaxEntries) {
                remark(path, m_pos, u"more than %1 entries in one list"_s.arg(kMaxEntries));
                return false;
            }
            if (!value(path + u'[' + QString::number(index) + u']', depth + 1))
                return false;
            ++index;
        } while (take(','));
        return take(']');
    }

    const QByteArray &m_json;
    JsonPlaces &m_places;
    qsizetype m_pos = 0;
};

JsonPlaces::JsonPlaces(const QByteArray &json)
    : m_json(json)
{
    Scanner(json, *this).run();
}

LineColumn JsonPlaces::at(const QString &path) const
{
    QString wanted = path;
    while (!wanted.isEmpty()) {
        if (const auto found = m_offsets.constFind(wanted); found != m_offsets.constEnd())
            return lineColumnAt(m_json, *found);
        const qsizetype cut = std::max(wanted.lastIndexOf(u'.'), wanted.lastIndexOf(u'['));
        wanted.truncate(std::max<qsizetype>(cut, 0));
    }
    return lineColumnAt(m_json, m_offsets.value(QString()));
}

} // namespace vigie::playbook
