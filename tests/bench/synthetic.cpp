// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/synthetic.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <ctime>

using namespace Qt::StringLiterals;

namespace vigie::bench
{
namespace
{

/// Every word of the drills in that language, and, to fill up, made-up ones: a vocabulary has a long tail.
std::vector<QString> vocabulary(const QStringList &files, const QString &ending, std::size_t size)
{
    std::vector<QString> words;
    QSet<QString> seen;
    for (const QString &path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        static const QRegularExpression word(u"\\p{L}{2,}"_s);
        for (auto match = word.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
            const QString found = match.next().captured().toLower();
            if (!seen.contains(found)) {
                seen.insert(found);
                words.push_back(found);
            }
        }
    }
    static const QStringList syllables{u"ba"_s, u"ré"_s, u"ton"_s, u"li"_s,  u"cha"_s, u"mu"_s, u"per"_s, u"so"_s,
                                       u"vin"_s, u"da"_s, u"fleu"_s, u"go"_s, u"thi"_s, u"ka"_s, u"nel"_s, u"or"_s};
    for (std::size_t i = 0; words.size() < size; ++i) {
        QString made;
        for (std::size_t rest = i + 16; rest > 0; rest /= 16)
            made += syllables[qsizetype(rest % 16)];
        words.push_back(made + ending);
    }
    return words;
}

double threadCpu()
{
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// A line of /proc/self/status that is in kB, in MB.
double statusLine(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace

SyntheticPosts::SyntheticPosts(core::Instant begin, std::chrono::milliseconds step, unsigned seed)
    : m_french(vocabulary({u":/drills/biberon-mirlouvette.ndjson"_s, u":/lexicons/tonality_fr.tsv"_s}, u"er"_s, 60'000))
    , m_english(vocabulary({u":/drills/fennowick-blackout.ndjson"_s, u":/lexicons/tonality_en.tsv"_s}, u"ing"_s, 60'000))
    , m_at(begin)
    , m_step(step)
    , m_random(seed)
{
}

QString SyntheticPosts::word(const std::vector<QString> &words)
{
    // Zipf with exponent 1 by inversion: rank = size^u.
    const double u = std::generate_canonical<double, 32>(m_random);
    const auto rank = std::size_t(std::pow(double(words.size()), u)) - 1;
    return words[std::min(rank, words.size() - 1)];
}

networks::Post SyntheticPosts::next()
{
    const bool isFrench = m_random() % 10 < 6;
    QString text;
    if (m_random() % 3 == 0)
        text += u"@marque "_s;
    const int length = 8 + int(m_random() % 28);
    for (int i = 0; i < length; ++i)
        text += word(isFrench ? m_french : m_english) + u' ';
    if (m_random() % 4 == 0)
        text += u"#"_s + word(m_french) + u' ';
    if (m_random() % 5 == 0)
        text += u"https://lien.example/%1 "_s.arg(m_random() % 1'000'000);
    if (m_random() % 4 == 0)
        text += u"😡"_s;
    const auto author = m_random() % 20'000;
    static const QStringList networks{u"mastodon"_s, u"bluesky"_s, u"x"_s};
    m_at += m_step;
    return {.network = networks[qsizetype(m_random() % 3)],
            .remoteId = QString::number(100'000'000 + ++m_count),
            .url = u"https://reseau.example/p/%1"_s.arg(m_count),
            .author = {.handle = u"@a%1@reseau.example"_s.arg(author),
                       .name = u"Auteur %1"_s.arg(author),
                       .url = {},
                       .followers = qint64(author)},
            .text = text.trimmed(),
            .language = isFrench ? u"fr"_s : u"en"_s,
            .postedAt = m_at,
            .inReplyTo = {},
            .root = {},
            .likes = int(m_random() % 50),
            .reposts = int(m_random() % 20),
            .replies = 0,
            .isRepost = false,
            .extra = {}};
}

Stopwatch::Stopwatch() : m_start(std::chrono::steady_clock::now()), m_cpuStart(threadCpu()) {}

double Stopwatch::wall() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
}

double Stopwatch::cpu() const
{
    return threadCpu() - m_cpuStart;
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

double peakMemory()
{
    return statusLine("VmHWM");
}

double memory()
{
    return statusLine("VmRSS");
}

} // namespace vigie::bench
