// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/blueskydesk.h"

#include "networks/blueskyids.h"
#include "networks/signin.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Account;
using networks::Credentials;
using networks::OutgoingPost;
using networks::Page;
using networks::ReadTask;
using networks::SendOutcome;
using networks::SentPost;

bool BlueskyDesk::isThere()
{
    for (const char *const variable : {"PDS_URL", "APPVIEW_URL", "PLC_URL", "CHAT_PROXY"}) {
        if (qEnvironmentVariableIsEmpty(variable))
            return false;
    }
    return true;
}

void BlueskyDesk::open()
{
    m_word = u"mot%1"_s.arg(core::toMillis(m_clock.now()));
    m_brand = m_world.join(u"marque"_s);
    m_lea = m_world.join(u"lea"_s);
    QVERIFY(networks::isDid(m_brand.did) && networks::isDid(m_lea.did));
}

void BlueskyDesk::signInAsBrand()
{
    // The AppView learns of a new account by the stream.
    QTRY_VERIFY_WITH_TIMEOUT((m_account = signIn(m_brand, m_brand.appPassword)), 20'000);
    m_sender.reset(networks::makeSender(*m_account, m_http, m_clock, nullptr));
}

std::unique_ptr<Account> BlueskyDesk::signIn(const BlueskyWorld::Person &person, const QByteArray &password)
{
    const std::unique_ptr<networks::SignIn> signIn(networks::makeSignIn(u"bluesky"_s, m_http, m_clock, nullptr));
    QSignalSpy spy(signIn.get(), &networks::SignIn::finished);
    signIn->start({.network = u"bluesky"_s,
                   .identifier = person.handle,
                   .password = password,
                   .options = {{u"plc"_s, BlueskyWorld::address("PLC_URL").toString()},
                               {u"appview"_s, BlueskyWorld::address("APPVIEW_URL").toString()},
                               {u"chat_proxy"_s, qEnvironmentVariable("CHAT_PROXY")}}});
    spy.wait(30'000);
    const auto result = spy.value(0).value(0).value<Result<Credentials>>();
    if (!result)
        qWarning("sign-in: %s", qPrintable(result.error().toString()));
    return result ? std::make_unique<Account>(*result) : nullptr;
}

QSet<QString> BlueskyDesk::readAll(ReadTask::What what, const QString &query, networks::Cursor &cursor, int &posts)
{
    const std::unique_ptr<networks::Connector> reader(networks::makeReader(
        {.network = u"bluesky"_s, .what = what, .query = query}, m_account.get(), m_http, m_clock, nullptr));
    QSet<QString> ids;
    posts = 0;
    bool hasMore = true;
    while (hasMore) {
        QSignalSpy spy(reader.get(), &networks::Connector::fetched);
        reader->fetch(cursor);
        spy.wait(60'000);
        const auto page = spy.value(0).value(0).value<Result<Page>>();
        if (!page) {
            qWarning("reading: %s", qPrintable(page.error().toString()));
            posts = -1;
            return {};
        }
        for (const networks::Post &post : page->posts)
            ids.insert(post.remoteId);
        posts += int(page->posts.size());
        if (!page->gaps.empty())
            qWarning("a gap where none is");
        cursor = page->next.value_or(cursor);
        hasMore = page->hasMore;
    }
    return ids;
}

Result<QByteArray> BlueskyDesk::prepare(networks::Sender &sender, const OutgoingPost &post)
{
    std::optional<Result<QByteArray>> told;
    sender.prepare(post, [&told](const Result<QByteArray> &prepared) { told = prepared; });
    [&told] { QTRY_VERIFY_WITH_TIMEOUT(told, 30'000); }();
    if (told && !*told)
        qWarning("prepare: %s", qPrintable(told->error().toString()));
    return told.value_or(Result<QByteArray>(fail(ErrorKind::Timeout, u"nothing came"_s)));
}

SendOutcome BlueskyDesk::send(networks::Sender &sender, const OutgoingPost &post)
{
    std::optional<SendOutcome> told;
    sender.send(post, [&told](const SendOutcome &outcome) { told = outcome; });
    [&told] { QTRY_VERIFY_WITH_TIMEOUT(told, 30'000); }();
    if (told && told->kind != SendOutcome::Kind::Sent)
        qInfo("send: %s", qPrintable(told->error.toString()));
    return told.value_or(SendOutcome());
}

Result<std::optional<SentPost>> BlueskyDesk::find(networks::Sender &sender, const OutgoingPost &post)
{
    std::optional<Result<std::optional<SentPost>>> told;
    sender.find(post, [&told](const Result<std::optional<SentPost>> &found) { told = found; });
    [&told] { QTRY_VERIFY_WITH_TIMEOUT(told, 30'000); }();
    return told.value_or(Result<std::optional<SentPost>>(fail(ErrorKind::Timeout, u"nothing came"_s)));
}

Result<> BlueskyDesk::remove(networks::Sender &sender, const QString &id)
{
    std::optional<Result<>> told;
    sender.remove(id, [&told](const Result<> &removed) { told = removed; });
    [&told] { QTRY_VERIFY_WITH_TIMEOUT(told, 30'000); }();
    return told.value_or(Result<>(fail(ErrorKind::Timeout, u"nothing came"_s)));
}
