// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/authorrepository.h"

#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{

Result<std::vector<Author>> AuthorRepository::authors(const store::Connection &connection, const QString &network,
                                                      const QString &handle)
{
    if (handle.isEmpty()) // the row of those who are nobody
        return std::vector<Author>();
    return store::readAll(connection,
                          u"SELECT id, network, handle, name, url, followers, note, first_seen_at FROM authors WHERE "
                          u"network = ? AND handle <> ''"
                          " AND lower(ltrim(handle, '@')) = lower(ltrim(?, '@')) ORDER BY id"_s,
                          {network, handle}, [](const store::Row &row) {
                              return Author{.id = row.id<core::AuthorId>(0),
                                            .network = row.text(1),
                                            .handle = row.text(2),
                                            .name = row.text(3),
                                            .url = row.text(4),
                                            .followers = row.integer(5),
                                            .note = row.text(6),
                                            .firstSeenAt = row.instant(7)};
                          });
}

Result<std::vector<core::MentionId>> AuthorRepository::mentions(const store::Connection &connection,
                                                                core::AuthorId author)
{
    return store::readAll(connection, u"SELECT id FROM mentions WHERE author_id = ? ORDER BY id"_s, {author},
                          [](const store::Row &row) { return row.id<core::MentionId>(0); });
}

Result<std::vector<core::ReplyId>> AuthorRepository::replies(const store::Connection &connection, core::AuthorId author)
{
    return store::readAll(
        connection,
        u"SELECT r.id FROM replies r WHERE r.mention_id IN (SELECT id FROM mentions WHERE author_id = ?)"
        " OR EXISTS (SELECT 1 FROM authors a WHERE a.id = ? AND a.network = r.network"
        " AND lower(ltrim(a.handle, '@')) = lower(ltrim(r.recipient, '@'))) ORDER BY r.id"_s,
        {author, author}, [](const store::Row &row) { return row.id<core::ReplyId>(0); });
}

Result<std::vector<core::PromiseId>> AuthorRepository::promises(const store::Connection &connection,
                                                                core::AuthorId author)
{
    return store::readAll(
        connection,
        u"SELECT id FROM promises WHERE mention_id IN (SELECT id FROM mentions WHERE author_id = ?)"
        " OR lower(ltrim(promised_to, '@')) = (SELECT lower(ltrim(handle, '@')) FROM authors WHERE id = ?)"
        " ORDER BY id"_s,
        {author, author}, [](const store::Row &row) { return row.id<core::PromiseId>(0); });
}

Result<std::vector<core::RemedyId>> AuthorRepository::remedies(const store::Connection &connection,
                                                               core::AuthorId author)
{
    return store::readAll(connection,
                          u"SELECT id FROM remedies WHERE mention_id IN (SELECT id FROM mentions WHERE author_id = ?)"
                          " ORDER BY id"_s,
                          {author}, [](const store::Row &row) { return row.id<core::RemedyId>(0); });
}

} // namespace vigie::monitoring
