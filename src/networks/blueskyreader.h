// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/blueskycursor.h"
#include "networks/blueskysession.h"
#include "networks/connector.h"
#include "networks/networks.h"

#include <QSet>

namespace vigie::networks
{

/// Reads mentions of an account, a search or a hashtag, by asking again and again. Without an account it searches in public.
class BlueskyReader final : public Connector
{
    Q_OBJECT
public:
    static constexpr int kPagesPerFetch = 5; ///< of 100 posts
    static constexpr int kPagesPerWalk = 100;

    /// `account` may be null but for mentions.
    BlueskyReader(ReadTask task, Account *account, HttpClient &http, const core::Clock &clock, QObject *parent);
    ~BlueskyReader() override;

    void fetch(const Cursor &since) override;
    void cancel() override;

private:
    [[nodiscard]] XrpcCall nextCall() const;
    void ask();
    void answered(const Result<XrpcReply> &reply);
    void failed(const XrpcReply &reply);
    void take(const BlueskyPage &page);
    void endWalk(BlueskyCursor::End end);
    void give();
    void finish(const Result<Page> &result);

    const ReadTask m_task;
    const core::Clock &m_clock;
    BlueskySession &m_session;
    std::optional<bool> m_hasSecondSearch; ///< searchPostsV2; asked first, as long as nothing says that there is none
    int m_failures = 0;            ///< of the server, one after the other
    // Of the fetch that is under way:
    std::unique_ptr<QObject> m_context; ///< without it, nothing is
    Cursor m_since;
    BlueskyCursor m_cursor;
    Page m_page;
    QSet<QString> m_given; ///< what moves from one page to the next while we read comes twice
    int m_pages = 0;
};

} // namespace vigie::networks
