// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/benchtext.h"

#include "analysis/lexiconfile.h"
#include "core/text.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <ctime>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

constexpr std::size_t kVocabulary = 60'000;

std::vector<QString> vocabulary(const QStringList &files, const QString &ending)
{
    std::vector<QString> words;
    QSet<QString> seen;
    for (const QString &path : files) {
        const auto bytes = analysis::readLexiconFile(path);
        if (!bytes)
            continue;
        QString word;
        for (const QChar c : QString::fromUtf8(*bytes) + u' ') {
            if (c.isLetter()) {
                word += c.toLower();
                continue;
            }
            if (word.size() > 1 && !seen.contains(word)) {
                seen.insert(word);
                words.push_back(word);
            }
            word.clear();
        }
    }
    static const QStringList syllables{u"ba"_s,  u"ré"_s, u"ton"_s,  u"li"_s, u"cha"_s, u"mu"_s, u"per"_s, u"so"_s,
                                       u"vin"_s, u"da"_s, u"fleu"_s, u"go"_s, u"thi"_s, u"ka"_s, u"nel"_s, u"or"_s};
    for (std::size_t i = 0; words.size() < kVocabulary; ++i) {
        QString made;
        for (std::size_t rest = i + 16; rest > 0; rest /= 16)
            made += syllables[qsizetype(rest % 16)];
        words.push_back(made + ending);
    }
    return words;
}

} // namespace

BenchText::BenchText(unsigned seed)
    : m_random(seed)
    , m_french(vocabulary({u":/lexicons/reply_fr.tsv"_s, u":/lexicons/tonality_fr.tsv"_s}, u"er"_s))
    , m_english(vocabulary({u":/lexicons/reply_en.tsv"_s, u":/lexicons/tonality_en.tsv"_s}, u"ing"_s))
{
}

const QString &BenchText::word(std::size_t rank, bool isFrench) const
{
    return (isFrench ? m_french : m_english)[std::min(rank, kVocabulary - 1)];
}

const QString &BenchText::draw(const std::vector<QString> &words)
{
    // Zipf with exponent 1 by inversion: rank = size^u.
    const double share = double(m_random()) / double(std::mt19937::max());
    const auto rank = std::size_t(std::pow(double(words.size()), share)) - 1;
    return words[std::min(rank, words.size() - 1)];
}

QString BenchText::next()
{
    const std::vector<QString> &words = m_random() % 10 < 6 ? m_french : m_english;
    QString text;
    if (m_random() % 3 == 0)
        text += u"@marque "_s;
    const int length = 6 + int(m_random() % 20);
    for (int i = 0; i < length; ++i)
        text += draw(words) + u' ';
    if (m_random() % 4 == 0)
        text += u'#' + draw(words) + u' ';
    if (m_random() % 5 == 0)
        text += u"https://lien.example/%1 "_s.arg(m_random() % 1'000'000);
    if (m_random() % 4 == 0)
        text += u"😡"_s;
    return text.trimmed();
}

double cpuSeconds()
{
#ifdef Q_OS_UNIX
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
#else
    return double(std::clock()) / CLOCKS_PER_SEC;
#endif
}

double residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    constexpr double kPage = 4096.0 / 1024 / 1024;
    return file.readAll().split(' ').value(1).toDouble() * kPage;
}

} // namespace vigie::cli
