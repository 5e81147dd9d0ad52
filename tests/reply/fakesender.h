// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/sender.h"

#include <QTimer>

#include <deque>
#include <functional>
#include <vector>

namespace vigie::reply::test
{

/// What becomes of one attempt between us and the network.
enum class Fate {
    Arrives,
    AnswerLost,   ///< it is posted, and we never hear of it
    RequestLost,  ///< it is not, and we cannot know
    NoConnection, ///< nothing has left
    TooMany,      ///< "later", with a hint
    Refused,
    Silence,      ///< it is posted, and nobody calls back: the program ends meanwhile
    SilenceUnsent ///< it is not, and nobody calls back
};

/// What a network keeps, whatever becomes of the program that posts there.
struct FakePlatform {
    struct Post {
        QString key = {};
        QString text = {};
        QString parent = {};
        QString remoteId = {};
        int hiddenFor = 0; ///< so many searches do not show it yet
    };
    std::vector<Post> posts = {};
    bool knowsKeys = true; ///< the same key again makes no second post
    QString prefix = QStringLiteral("post-");

    const Post &add(const networks::OutgoingPost &post, int hiddenFor = 0)
    {
        if (knowsKeys) {
            for (const Post &known : posts) {
                if (known.key == post.idempotencyKey)
                    return known;
            }
        }
        posts.push_back({post.idempotencyKey, post.text, post.parentId, prefix + QString::number(posts.size() + 1), hiddenFor});
        return posts.back();
    }
    [[nodiscard]] int countOf(const QString &key) const
    {
        return int(std::count_if(posts.begin(), posts.end(), [&key](const Post &post) { return post.key == key; }));
    }
    [[nodiscard]] static networks::SentPost sentPost(const Post &post)
    {
        return {.remoteId = post.remoteId, .url = QStringLiteral("https://example.org/@us/") + post.remoteId};
    }
};

/// A sender that does what it is told, once each, and then what is usual.
class FakeSender : public networks::Sender
{
public:
    explicit FakeSender(FakePlatform &platform) : m_platform(platform) {}

    void prepare(const networks::OutgoingPost &post, Prepared done) override
    {
        ++prepares;
        if (isPreparingSilent)
            return;
        Result<QByteArray> answer = QByteArray("prepared:") + post.idempotencyKey.toUtf8() + ':' + QByteArray::number(prepares);
        if (!prepareErrors.empty()) {
            answer = fail(prepareErrors.front());
            prepareErrors.pop_front();
        }
        if (isPreparingHeld)
            answerPrepare = [done, answer] { done(answer); };
        else
            later([done, answer] { done(answer); });
    }
    void send(const networks::OutgoingPost &post, Sent done) override
    {
        sent.push_back(post);
        Fate fate = usual;
        if (!fates.empty()) {
            fate = fates.front();
            fates.pop_front();
        }
        networks::SendOutcome outcome;
        using Kind = networks::SendOutcome::Kind;
        if (fate == Fate::Arrives || fate == Fate::AnswerLost || fate == Fate::Silence)
            outcome.post = FakePlatform::sentPost(m_platform.add(post, hidePosts));
        if (fate == Fate::Silence || fate == Fate::SilenceUnsent)
            return;
        switch (fate) {
        case Fate::Arrives:
            outcome.kind = Kind::Sent;
            outcome.post.warnings = warnings;
            break;
        case Fate::NoConnection:
            outcome.kind = Kind::NotSent;
            outcome.error = {.kind = ErrorKind::Network, .detail = QStringLiteral("no answer (Qt network error 1)")};
            break;
        case Fate::TooMany:
            outcome.kind = Kind::NotSent;
            outcome.error = {.kind = ErrorKind::RateLimited,
                             .detail = QStringLiteral("HTTP status 429"),
                             .retryAfter = std::chrono::seconds(90)};
            break;
        case Fate::Refused:
            outcome.kind = Kind::Refused;
            outcome.error = {.kind = ErrorKind::InvalidArgument, .detail = QStringLiteral("HTTP status 422")};
            break;
        default:
            outcome.kind = Kind::Unknown;
            outcome.post = {};
            outcome.error = {.kind = ErrorKind::Timeout, .detail = QStringLiteral("no complete answer in time")};
        }
        later([done, outcome] { done(outcome); });
    }
    void find(const networks::OutgoingPost &post, Found done) override
    {
        ++finds;
        Result<std::optional<networks::SentPost>> answer = std::optional<networks::SentPost>();
        if (!findErrors.empty()) {
            answer = fail(findErrors.front());
            findErrors.pop_front();
        } else {
            for (FakePlatform::Post &candidate : m_platform.posts) {
                const bool isIt = m_platform.knowsKeys ? candidate.key == post.idempotencyKey
                                                       : candidate.text == post.text && candidate.parent == post.parentId;
                if (!isIt || candidate.hiddenFor-- > 0)
                    continue;
                answer = std::optional(FakePlatform::sentPost(candidate));
                break;
            }
        }
        later([done, answer] { done(answer); });
    }
    void remove(const QString &, Removed done) override
    {
        later([done] { done({}); });
    }
    bool maySendAgain(const networks::OutgoingPost &, core::Instant) const override { return m_platform.knowsKeys; }

    [[nodiscard]] int calls() const { return prepares + finds + int(sent.size()); }

    std::deque<Fate> fates;
    Fate usual = Fate::Arrives;
    std::deque<Error> prepareErrors;
    std::deque<Error> findErrors;
    bool isPreparingSilent = false;
    bool isPreparingHeld = false;        ///< until the test calls answerPrepare()
    std::function<void()> answerPrepare; ///< of the prepare() asked for last
    int hidePosts = 0;
    QStringList warnings;
    int prepares = 0;
    int finds = 0;
    std::vector<networks::OutgoingPost> sent;

private:
    template <typename Work>
    void later(Work work)
    {
        QTimer::singleShot(0, this, work);
    }

    FakePlatform &m_platform;
};

} // namespace vigie::reply::test
