// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/reviewservice.h"

#include "postmortem/reviewproposal.h"
#include "postmortem/reviewrepository.h"

using namespace Qt::StringLiterals;

namespace vigie::postmortem
{
namespace
{

Result<Review> load(const store::Connection &connection, core::ReviewId id)
{
    auto review = ReviewRepository::find(connection, id);
    if (!review)
        return fail(review.error());
    if (!*review)
        return fail(ErrorKind::NotFound, u"no review %1"_s.arg(id.value));
    return **review;
}

Result<Review> loadDraft(const store::Connection &connection, core::ReviewId id)
{
    auto review = load(connection, id);
    if (review && review->state == ReviewState::Final)
        return fail(ErrorKind::Conflict, u"review %1 is final"_s.arg(id.value));
    return review;
}

/// Announced and audited: what every act on a review ends with.
Result<> record(store::Transaction &transaction, const Review &review, const QString &action,
                const QJsonObject &details = {})
{
    transaction.announce(
        {.entity = store::Entity::Review, .id = review.id.value, .parentId = review.incidentId.value});
    return transaction.audit(action, u"review"_s, review.id.value, details);
}

Result<> requireText(const QString &text)
{
    if (text.trimmed().isEmpty())
        return fail(ErrorKind::InvalidArgument, u"a text is needed"_s);
    return {};
}

Result<Finding> requireFinding(const store::Connection &connection, core::FindingId id)
{
    auto finding = ReviewRepository::findFinding(connection, id);
    if (!finding)
        return fail(finding.error());
    if (!*finding)
        return fail(ErrorKind::NotFound, u"no finding %1"_s.arg(id.value));
    return **finding;
}

Result<Action> requireAction(const store::Connection &connection, core::ActionId id)
{
    auto action = ReviewRepository::findAction(connection, id);
    if (!action)
        return fail(action.error());
    if (!*action)
        return fail(ErrorKind::NotFound, u"no action %1"_s.arg(id.value));
    return **action;
}

Result<core::ReviewId> fill(store::Transaction &transaction, core::IncidentId incident, const QTimeZone &zone)
{
    const auto existing = ReviewRepository::ofIncident(transaction, incident);
    if (!existing)
        return fail(existing.error());
    if (*existing)
        return (*existing)->id;
    const auto data = loadReportData(transaction, incident, transaction.now());
    if (!data)
        return fail(data.error());
    const core::Phrasebook phrases(data->language);
    const ReviewProposal proposal = proposeReview(*data, core::Format(data->language, zone), phrases);

    const auto id = ReviewRepository::insert(transaction, incident);
    if (!id)
        return id;
    Review review;
    review.id = *id;
    review.incidentId = incident;
    review.summary = proposal.summary;
    review.impact = proposal.impact;
    if (const auto written = ReviewRepository::updateTexts(transaction, review); !written)
        return fail(written.error());
    for (Finding finding : proposal.findings) {
        finding.reviewId = *id;
        if (const auto added = ReviewRepository::insertFinding(transaction, finding); !added)
            return fail(added.error());
    }
    if (const auto recorded = record(transaction, review, u"review.begin"_s, {{u"incident"_s, incident.value}}); !recorded)
        return fail(recorded.error());
    return id;
}

Result<core::ActionId> insertAction(store::Transaction &transaction, Action action)
{
    if (const auto present = requireText(action.text); !present)
        return fail(present.error());
    const auto review = load(transaction, action.reviewId);
    if (!review)
        return fail(review.error());
    action.doneAt = action.state == ActionState::Done ? std::optional(transaction.now()) : std::nullopt;
    const auto id = ReviewRepository::insertAction(transaction, action);
    if (!id)
        return id;
    if (const auto recorded = record(transaction, *review, u"action.add"_s, {{u"action"_s, id->value}}); !recorded)
        return fail(recorded.error());
    return id;
}

Result<> updateAction(store::Transaction &transaction, Action action)
{
    if (const auto present = requireText(action.text); !present)
        return present;
    const auto before = requireAction(transaction, action.id);
    if (!before)
        return fail(before.error());
    const auto review = load(transaction, before->reviewId);
    if (!review)
        return fail(review.error());
    action.reviewId = before->reviewId;
    action.doneAt = before->doneAt;
    if (action.state != ActionState::Done)
        action.doneAt.reset();
    else if (before->state != ActionState::Done)
        action.doneAt = transaction.now();
    if (const auto written = ReviewRepository::updateAction(transaction, action); !written)
        return written;
    return record(transaction, *review, u"action.edit"_s,
                  {{u"action"_s, action.id.value}, {u"state"_s, actionStateKey(action.state)}});
}

} // namespace

QFuture<Result<core::ReviewId>> ReviewService::prefill(const QString &actor, core::IncidentId incident,
                                                       const QTimeZone &zone)
{
    return m_database.submit(actor, [incident, zone](store::Transaction &transaction) {
        return fill(transaction, incident, zone);
    });
}

QFuture<Result<>> ReviewService::saveTexts(const QString &actor, core::ReviewId id, const Texts &texts)
{
    return m_database.submit(actor, [id, texts](store::Transaction &transaction) -> Result<> {
        auto review = loadDraft(transaction, id);
        if (!review)
            return fail(review.error());
        if (review->summary == texts.summary && review->causes == texts.causes && review->impact == texts.impact)
            return {};
        review->summary = texts.summary;
        review->causes = texts.causes;
        review->impact = texts.impact;
        if (const auto written = ReviewRepository::updateTexts(transaction, *review); !written)
            return written;
        return record(transaction, *review, u"review.edit"_s);
    });
}

QFuture<Result<core::FindingId>> ReviewService::addFinding(const QString &actor, const Finding &finding)
{
    return m_database.submit(actor, [finding](store::Transaction &transaction) -> Result<core::FindingId> {
        if (const auto present = requireText(finding.text); !present)
            return fail(present.error());
        const auto review = loadDraft(transaction, finding.reviewId);
        if (!review)
            return fail(review.error());
        const auto id = ReviewRepository::insertFinding(transaction, finding);
        if (!id)
            return id;
        const auto recorded = record(transaction, *review, u"finding.add"_s, {{u"kind"_s, findingKindKey(finding.kind)}});
        if (!recorded)
            return fail(recorded.error());
        return id;
    });
}

QFuture<Result<>> ReviewService::editFinding(const QString &actor, const Finding &finding)
{
    return m_database.submit(actor, [finding](store::Transaction &transaction) -> Result<> {
        if (const auto present = requireText(finding.text); !present)
            return present;
        const auto before = requireFinding(transaction, finding.id);
        if (!before)
            return fail(before.error());
        const auto review = loadDraft(transaction, before->reviewId);
        if (!review)
            return fail(review.error());
        if (const auto written = ReviewRepository::updateFinding(transaction, finding); !written)
            return written;
        return record(transaction, *review, u"finding.edit"_s, {{u"finding"_s, finding.id.value}});
    });
}

QFuture<Result<>> ReviewService::removeFinding(const QString &actor, core::FindingId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        const auto finding = requireFinding(transaction, id);
        if (!finding)
            return fail(finding.error());
        const auto review = loadDraft(transaction, finding->reviewId);
        if (!review)
            return fail(review.error());
        if (const auto removed = ReviewRepository::removeFinding(transaction, id); !removed)
            return removed;
        return record(transaction, *review, u"finding.remove"_s, {{u"finding"_s, id.value}});
    });
}

QFuture<Result<core::ActionId>> ReviewService::addAction(const QString &actor, const Action &action)
{
    return m_database.submit(actor, [action](store::Transaction &transaction) { return insertAction(transaction, action); });
}

QFuture<Result<>> ReviewService::editAction(const QString &actor, const Action &action)
{
    return m_database.submit(actor, [action](store::Transaction &transaction) { return updateAction(transaction, action); });
}

QFuture<Result<>> ReviewService::removeAction(const QString &actor, core::ActionId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        const auto action = requireAction(transaction, id);
        if (!action)
            return fail(action.error());
        const auto review = load(transaction, action->reviewId);
        if (!review)
            return fail(review.error());
        if (const auto removed = ReviewRepository::removeAction(transaction, id); !removed)
            return removed;
        return record(transaction, *review, u"action.remove"_s, {{u"action"_s, id.value}});
    });
}

QFuture<Result<>> ReviewService::finalise(const QString &actor, core::ReviewId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        const auto review = loadDraft(transaction, id);
        if (!review)
            return fail(review.error());
        if (const auto set = ReviewRepository::setState(transaction, id, ReviewState::Final); !set)
            return set;
        return record(transaction, *review, u"review.finalise"_s);
    });
}

QFuture<Result<>> ReviewService::reopen(const QString &actor, core::ReviewId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        const auto review = load(transaction, id);
        if (!review)
            return fail(review.error());
        if (review->state != ReviewState::Final)
            return fail(ErrorKind::Conflict, u"review %1 is not final"_s.arg(id.value));
        if (const auto set = ReviewRepository::setState(transaction, id, ReviewState::Draft); !set)
            return set;
        return record(transaction, *review, u"review.reopen"_s);
    });
}

} // namespace vigie::postmortem
