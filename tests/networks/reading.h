// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/connector.h"

#include <QFile>
#include <QTest>

#include <memory>
#include <vector>

/// One fetch to its end. More than one fetched() is a failure of the test.
inline vigie::Result<vigie::networks::Page> fetchOnce(vigie::networks::Connector &connector,
                                                      const vigie::networks::Cursor &cursor = {})
{
    using vigie::networks::Connector;
    using vigie::networks::Page;
    std::vector<vigie::Result<Page>> results;
    QObject context;
    QObject::connect(&connector, &Connector::fetched, &context,
                     [&results](const vigie::Result<Page> &result) { results.push_back(result); });
    connector.fetch(cursor);
    [&results] { QTRY_COMPARE(results.size(), 1u); }();
    return results.size() == 1 ? results.front()
                               : vigie::fail(vigie::ErrorKind::Internal, QStringLiteral("not exactly one answer"));
}

/// A fixture of our own: tests/fixtures/NAME.
inline QByteArray ownFixture(const QString &name)
{
    QFile file(QStringLiteral(VIGIE_FIXTURES "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The ids of a page, in its order.
inline QStringList idsOf(const std::vector<vigie::networks::Post> &posts)
{
    QStringList ids;
    for (const vigie::networks::Post &post : posts)
        ids.append(post.remoteId);
    return ids;
}
