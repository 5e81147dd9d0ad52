// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/tonalityteacher.h"

#include "store/async.h"

#include <algorithm>

namespace vigie::monitoring
{

TonalityTeacher::TonalityTeacher(store::Database &database, const analysis::TrainedTonality &judge)
    : m_database(database)
    , m_judge(judge)
    , m_desk(judge.maker(), judge.baseModel())
{
    connect(&database, &store::Database::changed, this, [this](const store::Changes &changes) {
        if (std::any_of(changes.begin(), changes.end(), [](const auto &change) { return change.entity == store::Entity::Lesson; }))
            learnSoon();
    });
}

Result<> TonalityTeacher::learn()
{
    const QMutexLocker learning(&m_learning);
    const auto reader = m_database.reader();
    if (!reader)
        return fail(reader.error());
    const auto counts = LessonRepository::counts(**reader);
    const auto lessons = LessonRepository::lessons(**reader);
    if (!counts || !lessons)
        return fail(!counts ? counts.error() : lessons.error());
    const analysis::TonalityModel model = m_desk.teach(*lessons);
    m_judge.use(model); // at once; what it is good for takes longer to say
    const analysis::LearningCheck check = m_desk.check();
    auto words = analysis::taughtWords(m_judge.maker(), m_judge.baseModel(), model, *lessons);
    const QMutexLocker locker(&m_mutex);
    m_state = {*counts, check, std::move(words)};
    return {};
}

LearningState TonalityTeacher::state() const
{
    const QMutexLocker locker(&m_mutex);
    return m_state;
}

QFuture<Result<>> TonalityTeacher::add(const QString &actor, const std::vector<ImportedLesson> &lessons)
{
    return m_database.submit(actor, [lessons](store::Transaction &transaction) {
        return LessonRepository::add(transaction, lessons);
    });
}

QFuture<Result<>> TonalityTeacher::reset(const QString &actor)
{
    return m_database.submit(actor, [](store::Transaction &transaction) { return LessonRepository::reset(transaction); });
}

void TonalityTeacher::learnSoon()
{
    if (m_isLearning) {
        m_isStale = true;
        return;
    }
    m_isLearning = true;
    store::runAsync(this, [this] { return learn(); }, [this](const Result<> &done) {
        if (!done)
            qWarning("the lessons of tonality could not be learnt: %s", qPrintable(done.error().detail));
        m_isLearning = false;
        emit learnt();
        if (std::exchange(m_isStale, false))
            learnSoon();
    });
}

} // namespace vigie::monitoring
