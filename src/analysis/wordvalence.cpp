// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/wordvalence.h"

#include "analysis/lexiconfile.h"
#include "analysis/tonalityhash.h"

#include <bit>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

constexpr std::size_t kMostBytes = 8'000'000;

Error badLine(const QString &name, int line, const QString &reason)
{
    return {.kind = ErrorKind::Parse, .detail = reason, .place = {.file = name, .line = line}};
}

} // namespace

Result<WordValence> WordValence::shipped(QStringView language)
{
    const QString path = u":/models/words_%1.tsv"_s.arg(language);
    const Result<QByteArray> bytes = readLexiconFile(path);
    if (!bytes)
        return fail(bytes.error());
    return fromBytes(*bytes, path);
}

Result<WordValence> WordValence::fromBytes(const QByteArray &bytes, const QString &name)
{
    if (std::size_t(bytes.size()) > kMostBytes)
        return fail(badLine(name, 1, u"the list is too long"_s));
    WordValence result;
    const auto lines = std::size_t(bytes.count('\n')) + 1;
    result.m_places.resize(std::bit_ceil(2 * lines + 2));
    int number = 0;
    for (qsizetype start = 0; start < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', start);
        if (end < 0)
            end = bytes.size();
        const QByteArrayView line = QByteArrayView(bytes).sliced(start, end - start);
        start = end + 1;
        ++number;
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        qsizetype tab = line.indexOf('\t');
        if (tab <= 0)
            return fail(badLine(name, number, u"expected a word, a tab and a number"_s));
        const QString word = QString::fromUtf8(line.first(tab));
        Values values{};
        std::size_t list = 0;
        while (tab >= 0 && tab < line.size()) {
            const qsizetype next = line.indexOf('\t', tab + 1);
            const QByteArrayView cell = line.sliced(tab + 1, (next < 0 ? line.size() : next) - tab - 1);
            bool isNumber = false;
            const int value = cell.trimmed().toByteArray().toInt(&isNumber);
            if (!isNumber || value < -100 || value > 100 || list >= kLists)
                return fail(badLine(name, number, u"expected up to %1 numbers from -100 to 100"_s.arg(kLists)));
            values[list++] = float(value) / 100;
            tab = next;
        }
        result.add(keyOf(word), values);
    }
    return result;
}

quint64 WordValence::keyOf(QStringView foldedWord)
{
    return hashOf(foldedWord);
}

void WordValence::add(quint64 key, const Values &values)
{
    const std::size_t mask = m_places.size() - 1;
    std::size_t place = std::size_t(scattered(key)) & mask;
    while (m_places[place].key != 0 && m_places[place].key != key)
        place = (place + 1) & mask;
    m_size += m_places[place].key == 0 ? 1 : 0;
    m_places[place] = {key, values};
}

const WordValence::Values *WordValence::find(quint64 key) const
{
    if (m_places.empty())
        return nullptr;
    const std::size_t mask = m_places.size() - 1;
    for (std::size_t place = std::size_t(scattered(key)) & mask;; place = (place + 1) & mask) {
        if (m_places[place].key == key)
            return &m_places[place].values;
        if (m_places[place].key == 0)
            return nullptr;
    }
}

} // namespace vigie::analysis
