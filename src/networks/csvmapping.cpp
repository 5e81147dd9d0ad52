// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/csvmapping.h"

#include "core/text.h"
#include "networks/postfields.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

/// The map file's members that name no field.
const QStringList &settingNames()
{
    static const QStringList names = {u"vendor"_s, u"columns"_s, u"date_order"_s, u"network"_s, u"time_zone"_s};
    return names;
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    if (value.isString())
        strings.append(value.toString());
    for (const QJsonValue &item : value.toArray()) {
        if (item.isString())
            strings.append(item.toString());
    }
    return strings;
}

QMap<QString, QStringList> columnsOf(const QJsonObject &object)
{
    QMap<QString, QStringList> columns;
    for (auto it = object.begin(); it != object.end(); ++it)
        columns.insert(it.key(), stringsOf(it.value()));
    return columns;
}

struct Tables {
    struct Vendor {
        QStringList recognise;
        CsvMapping mapping;
    };
    std::vector<Vendor> vendors;
    CsvMapping generic;
    QHash<QString, QString> networks;
    QSet<QString> headerKeys; ///< of all headers of all vendors
};

Tables readTables()
{
    QFile file(u":/networks/csv_mappings.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the table of CSV headers is not in the binary");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    Tables tables;
    for (const QJsonValue &value : root.value(u"vendors"_s).toArray()) {
        const QJsonObject object = value.toObject();
        Tables::Vendor vendor;
        for (const QString &header : stringsOf(object.value(u"recognise"_s)))
            vendor.recognise.append(headerKey(header));
        vendor.mapping.vendor = object.value(u"vendor"_s).toString();
        vendor.mapping.columns = columnsOf(object.value(u"columns"_s).toObject());
        tables.vendors.push_back(std::move(vendor));
    }
    tables.generic.vendor = u"generic"_s;
    tables.generic.columns = columnsOf(root.value(u"generic"_s).toObject());
    const QJsonObject networks = root.value(u"networks"_s).toObject();
    for (auto it = networks.begin(); it != networks.end(); ++it)
        tables.networks.insert(it.key(), it.value().toString());
    const auto addKeys = [&tables](const CsvMapping &mapping) {
        for (const QStringList &names : mapping.columns) {
            for (const QString &name : names)
                tables.headerKeys.insert(headerKey(name));
        }
    };
    addKeys(tables.generic);
    for (const Tables::Vendor &vendor : tables.vendors) {
        addKeys(vendor.mapping);
        for (const QString &key : vendor.recognise)
            tables.headerKeys.insert(key);
    }
    return tables;
}

const Tables &tables()
{
    static const Tables value = readTables();
    return value;
}

/// The mapping without the headers that this file has not; the spelling is the file's own.
CsvMapping reducedTo(const QStringList &headers, const CsvMapping &mapping)
{
    QHash<QString, QString> byKey;
    for (const QString &header : headers)
        byKey.insert(headerKey(header), header);
    CsvMapping reduced = mapping;
    reduced.columns.clear();
    for (auto it = mapping.columns.begin(); it != mapping.columns.end(); ++it) {
        QStringList present;
        for (const QString &name : it.value()) {
            const auto found = byKey.constFind(headerKey(name));
            if (found != byKey.constEnd() && !present.contains(*found))
                present.append(*found);
        }
        if (!present.isEmpty())
            reduced.columns.insert(it.key(), present);
    }
    return reduced;
}

} // namespace

QStringList csvFields()
{
    return {u"id"_s,          u"url"_s,       u"text"_s,        u"title"_s,     u"posted_at"_s, u"time"_s,
            u"network_name"_s, u"author_handle"_s, u"author_name"_s, u"followers"_s, u"lang"_s,      u"in_reply_to"_s,
            u"root"_s,        u"likes"_s,     u"reposts"_s,     u"replies"_s};
}

QString headerKey(QStringView header)
{
    QString key = core::folded(header.trimmed());
    key.replace(u'_', u' ');
    return key.simplified();
}

CsvMapping detectedMapping(const QStringList &headers)
{
    QStringList keys;
    for (const QString &header : headers)
        keys.append(headerKey(header));
    for (const Tables::Vendor &vendor : tables().vendors) {
        const bool isIt = std::all_of(vendor.recognise.begin(), vendor.recognise.end(),
                                      [&keys](const QString &wanted) { return keys.contains(wanted); });
        if (isIt)
            return reducedTo(headers, vendor.mapping);
    }
    return reducedTo(headers, tables().generic);
}

CsvMapping mappingFor(const QStringList &headers, const std::optional<CsvMapping> &given)
{
    const CsvMapping detected = detectedMapping(headers);
    if (!given)
        return detected;
    CsvMapping mapping = *given;
    const CsvMapping present = reducedTo(headers, *given);
    mapping.columns = detected.columns;
    for (auto it = given->columns.begin(); it != given->columns.end(); ++it) {
        // What a person mapped is not mapped a second time by a guess.
        for (QStringList &names : mapping.columns) {
            for (const QString &taken : present.columns.value(it.key()))
                names.removeAll(taken);
        }
        mapping.columns.insert(it.key(), present.columns.value(it.key()));
    }
    mapping.columns.removeIf([](const auto &item) { return item.value().isEmpty(); });
    return mapping;
}

int headerScore(const QStringList &fields)
{
    if (fields.size() < 2)
        return 0;
    const QSet<QString> &known = tables().headerKeys;
    return int(std::count_if(fields.begin(), fields.end(), [&known](const QString &field) {
        return field.size() < 100 && known.contains(headerKey(field));
    }));
}

QString networkKeyOfName(const QString &name)
{
    const QHash<QString, QString> &networks = tables().networks;
    const QString folded = core::folded(name.trimmed());
    // The most telling part of "SOCIALMEDIA,SOCIALMEDIA_TWITTER" is its last.
    const QStringList parts = folded.split(u',', Qt::SkipEmptyParts);
    for (auto it = parts.crbegin(); it != parts.crend(); ++it) {
        const auto found = networks.constFind(it->trimmed());
        if (found != networks.constEnd())
            return *found;
    }
    return {};
}

Result<CsvMapping> csvMappingFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        const int line = int(json.left(error.offset).count('\n')) + 1;
        return failAt({{}, line, 0}, error.error == QJsonParseError::NoError ? u"the map must be one JSON object"_s
                                                                            : u"map: "_s + error.errorString());
    }
    const QJsonObject object = document.object();
    CsvMapping mapping;
    mapping.vendor = object.value(u"vendor"_s).toString(u"custom"_s);
    mapping.columns = columnsOf(object.value(u"columns"_s).toObject());
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!settingNames().contains(it.key()))
            mapping.columns.insert(it.key(), stringsOf(it.value()));
    }
    for (auto it = mapping.columns.begin(); it != mapping.columns.end(); ++it) {
        if (!csvFields().contains(it.key()))
            return fail(ErrorKind::Parse, u"map: unknown field \"%1\"; known are %2"_s.arg(
                                              it.key().left(60), csvFields().join(u", "_s)));
        if (it.value().isEmpty())
            return fail(ErrorKind::Parse, u"map: field \"%1\" needs the name of a column"_s.arg(it.key()));
    }
    const QString order = object.value(u"date_order"_s).toString().toLower();
    if (order == u"dmy"_s)
        mapping.dateOrder = DateOrder::DayFirst;
    else if (order == u"mdy"_s)
        mapping.dateOrder = DateOrder::MonthFirst;
    else if (object.contains(u"date_order"_s))
        return fail(ErrorKind::Parse, u"map: \"date_order\" must be \"dmy\" or \"mdy\""_s);
    if (object.contains(u"network"_s)) {
        const QByteArray name = object.value(u"network"_s).toString().toUtf8();
        const std::optional<QString> key = networkKeyFrom(std::string_view(name.constData(), std::size_t(name.size())));
        if (!key)
            return fail(ErrorKind::Parse, u"map: \"network\" must be a short name of letters and digits"_s);
        mapping.network = *key;
    }
    if (object.contains(u"time_zone"_s)) {
        mapping.zone = QTimeZone(object.value(u"time_zone"_s).toString().toUtf8());
        if (!mapping.zone.isValid())
            return fail(ErrorKind::Parse, u"map: unknown \"time_zone\""_s);
    }
    return mapping;
}

QByteArray toJson(const CsvMapping &mapping)
{
    QJsonObject columns;
    for (auto it = mapping.columns.begin(); it != mapping.columns.end(); ++it)
        columns.insert(it.key(), QJsonArray::fromStringList(it.value()));
    QJsonObject object{{u"vendor"_s, mapping.vendor},
                       {u"columns"_s, columns},
                       {u"time_zone"_s, QString::fromUtf8(mapping.zone.id())}};
    if (!mapping.network.isEmpty())
        object.insert(u"network"_s, mapping.network);
    if (mapping.dateOrder != DateOrder::Unknown)
        object.insert(u"date_order"_s, mapping.dateOrder == DateOrder::DayFirst ? u"dmy"_s : u"mdy"_s);
    return QJsonDocument(object).toJson();
}

} // namespace vigie::networks
