// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/priority.h"

#include "monitoring/mention.h"
#include "store/settings.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

constexpr double kFullRisk = 45; // of weightOf()

double weightOf(analysis::Risk risk)
{
    using analysis::Risk;
    switch (risk) {
    case Risk::PhysicalSafety:
    case Risk::SelfHarmOrViolence:
        return 45;
    case Risk::Health:
        return 42;
    case Risk::DataLeak:
        return 38;
    case Risk::LegalThreat:
    case Risk::PressInterest:
        return 35;
    case Risk::Discrimination:
    case Risk::Harassment:
        return 32;
    case Risk::Boycott:
    case Risk::CallToAction:
        return 25;
    case Risk::ExecutiveNamed:
        return 15;
    case Risk::QuestionToUs:
        break; // a factor of its own
    }
    return 0;
}

/// Each from 0 to 1.
double toneShare(const PriorityInput &input)
{
    if (input.tonality != analysis::Tonality::Negative)
        return 0;
    // Negative is the likeliest of three tonalities from a third on, so that is where it begins to count.
    return std::clamp((input.negativity - 1.0 / 3) * 1.5, 0.0, 1.0);
}

double riskShare(analysis::Risks risks)
{
    constexpr double kFurther = 3;
    double gravest = 0;
    int topics = 0;
    for (const analysis::Risk risk : analysis::allRisks()) {
        if (risk == analysis::Risk::QuestionToUs || !risks.testFlag(risk))
            continue;
        gravest = std::max(gravest, weightOf(risk));
        ++topics;
    }
    return topics == 0 ? 0 : std::min(kFullRisk, gravest + kFurther * (topics - 1)) / kFullRisk;
}

double powerOfTen(double number, double full)
{
    return std::min(1.0, std::log10(1 + std::max(0.0, number)) / full);
}

double reachShare(const PriorityInput &input)
{
    return powerOfTen(double(std::max<qint64>(input.followers, 0)) + 10 * double(std::max<qint64>(input.reactions, 0)), 6);
}

double speedShare(const PriorityInput &input)
{
    // A post of a minute ago has had no time: its first quarter of an hour counts whole.
    const double hours = std::max(0.25, double(input.age.count()) / 3'600'000);
    return powerOfTen(double(std::max<qint64>(input.copies + input.reactions, 0)) / hours, 3);
}

double waitingShare(const PriorityInput &input)
{
    constexpr double kFullWait = 12 * 3'600'000.0;
    return input.waiting ? std::clamp(double(input.waiting->count()) / kFullWait, 0.0, 1.0) : 0.0;
}

struct WeightName {
    QStringView key;
    double PriorityWeights::*weight;
};
constexpr std::array<WeightName, 6> kWeights{{{u"tone", &PriorityWeights::tone},
                                              {u"risk", &PriorityWeights::risk},
                                              {u"reach", &PriorityWeights::reach},
                                              {u"speed", &PriorityWeights::speed},
                                              {u"question", &PriorityWeights::question},
                                              {u"waiting", &PriorityWeights::waiting}}};

} // namespace

PriorityInput priorityInput(const Mention &mention, core::Instant now)
{
    const auto age = std::max(std::chrono::milliseconds(0), now - mention.postedAt);
    return {.tonality = mention.tonality,
            .negativity = mention.negativity,
            .risks = mention.risks,
            .followers = mention.author.followers,
            .reactions = qint64(mention.likes) + mention.reposts + mention.replies,
            .copies = mention.groupSize - 1,
            .age = age,
            .waiting = mention.status == Status::Done ? std::nullopt : std::optional(age)};
}

Result<PriorityWeights> PriorityWeights::read(const store::Connection &connection)
{
    const auto json = store::Settings::value(connection, kKey.toString());
    if (!json)
        return fail(json.error());
    return json->isEmpty() ? Result<PriorityWeights>(PriorityWeights()) : fromJson(json->toUtf8());
}

Result<PriorityWeights> PriorityWeights::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(ErrorKind::InvalidArgument, u"%1: expected an object of weights"_s.arg(kKey));
    PriorityWeights weights;
    const QJsonObject object = document.object();
    for (const WeightName &name : kWeights) {
        const QJsonValue value = object.value(name.key);
        if (value.isUndefined())
            continue;
        if (!value.isDouble() || value.toDouble() < 0 || value.toDouble() > 100)
            return fail(ErrorKind::InvalidArgument, u"%1: expected a number from 0 to 100 for %2"_s.arg(kKey, name.key));
        weights.*name.weight = value.toDouble();
    }
    return weights;
}

QByteArray PriorityWeights::toJson() const
{
    QJsonObject object;
    for (const WeightName &name : kWeights)
        object.insert(name.key, this->*name.weight);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<> PriorityWeights::write(store::Transaction &transaction) const
{
    return store::Settings::setValue(transaction, kKey.toString(), QString::fromUtf8(toJson()));
}

std::vector<PriorityPart> priorityParts(const PriorityInput &input, const PriorityWeights &weights)
{
    const double question = input.risks.testFlag(analysis::Risk::QuestionToUs) ? 1 : 0;
    std::vector<PriorityPart> parts{{PriorityFactor::Tone, toneShare(input), weights.tone},
                                    {PriorityFactor::Risk, riskShare(input.risks), weights.risk},
                                    {PriorityFactor::Reach, reachShare(input), weights.reach},
                                    {PriorityFactor::Speed, speedShare(input), weights.speed},
                                    {PriorityFactor::Question, question, weights.question},
                                    {PriorityFactor::Waiting, waitingShare(input), weights.waiting}};
    for (PriorityPart &part : parts)
        part.points *= part.most;
    return parts;
}

int priorityOf(const PriorityInput &input, const PriorityWeights &weights)
{
    double sum = 0;
    for (const PriorityPart &part : priorityParts(input, weights))
        sum += part.points;
    return std::clamp(int(std::lround(sum)), 0, 100);
}

} // namespace vigie::monitoring
