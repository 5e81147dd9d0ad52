// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lexiconfile.h"

#include <QFile>
#include <QStringDecoder>

#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{

Result<std::vector<LexiconEntry>> parseLexicon(const QByteArray &bytes, const QString &name)
{
    std::vector<LexiconEntry> entries;
    QString section;
    int line = 0;
    for (qsizetype start = 0; start < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', start);
        if (end < 0)
            end = bytes.size();
        ++line;
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString raw = decoder(QByteArrayView(bytes).sliced(start, end - start));
        start = end + 1;
        if (decoder.hasError())
            return failAt({name, line}, u"not UTF-8"_s);
        const QStringView text = QStringView(raw).trimmed();
        if (text.isEmpty() || text.startsWith(u"# ") || text == u"#")
            continue;
        if (text.startsWith(u'[') && !raw.contains(u'\t')) {
            if (!text.endsWith(u']') || text.size() < 3)
                return failAt({name, line}, u"a section line is \"[name]\""_s);
            section = text.sliced(1, text.size() - 2).trimmed().toString();
            continue;
        }
        LexiconEntry entry{section, {}, line};
        for (const QStringView field : QStringView(raw).tokenize(u'\t'))
            entry.fields.append(field.trimmed().toString());
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<QByteArray> readLexiconFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail({.kind = ErrorKind::File, .detail = file.errorString(), .place = {path}});
    return file.readAll();
}

Result<double> parseWeight(const LexiconEntry &entry, int field, double limit, const QString &name)
{
    if (entry.fields.size() <= field)
        return failAt({name, entry.line}, u"the weight is missing"_s);
    bool isNumber = false;
    const double weight = entry.fields.at(field).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(weight) || std::abs(weight) > limit)
        return failAt({name, entry.line},
                      u"\"%1\" is no weight between -%2 and %2"_s.arg(entry.fields.at(field)).arg(limit));
    return weight;
}

} // namespace vigie::analysis
