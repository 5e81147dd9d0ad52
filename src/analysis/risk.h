// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/posttext.h"
#include "analysis/termmatcher.h"
#include "core/language.h"
#include "core/result.h"

#include <QFlags>

#include <optional>
#include <span>
#include <vector>

namespace vigie::analysis
{

/// What makes a post dangerous or urgent whatever its tonality. Stored in the database by these bits: never renumber.
enum class Risk : quint32 {
    PhysicalSafety = 1U << 0, ///< injury, fire, accident, a dangerous product
    Health = 1U << 1,         ///< illness, poisoning, allergy
    LegalThreat = 1U << 2,    ///< lawyer, complaint filed, regulator
    Discrimination = 1U << 3,
    Harassment = 1U << 4,
    DataLeak = 1U << 5,
    Boycott = 1U << 6,
    PressInterest = 1U << 7, ///< a journalist asks, a medium reports
    ExecutiveNamed = 1U << 8,
    SelfHarmOrViolence = 1U << 9,
    CallToAction = 1U << 10, ///< petition, gathering, "please share"
    QuestionToUs = 1U << 11,
};
Q_DECLARE_FLAGS(Risks, Risk)
Q_DECLARE_OPERATORS_FOR_FLAGS(Risks)

[[nodiscard]] std::span<const Risk> allRisks();
/// "physical-safety", "legal-threat": what the rule file, vigiectl and the query language use.
[[nodiscard]] QString riskKey(Risk risk);
[[nodiscard]] std::optional<Risk> riskFromKey(QStringView key);
/// "Physical safety", in the phrasebook's language.
[[nodiscard]] QString riskName(Risk risk, const core::Phrasebook &phrases);

struct RiskHit {
    Risk risk = Risk::PhysicalSafety;
    QString term; ///< what was found, folded

    bool operator==(const RiskHit &) const = default;
};

[[nodiscard]] Risks riskMask(std::span<const RiskHit> hits);

/// Finds the risk topics of one post. Const calls may come from any thread.
class RiskJudge
{
public:
    virtual ~RiskJudge() = default;
    /// At most one hit for each topic and term, in the order of the text. `language` as detectLanguage() gives it.
    [[nodiscard]] virtual std::vector<RiskHit> judge(const PostText &text, QStringView language) const = 0;
};

/// Risk topics by a list of terms, which anybody can extend; the format is told in the file's first lines.
class RiskRules final : public RiskJudge
{
public:
    /// The rules inside the program. An Error names file and line.
    [[nodiscard]] static Result<RiskRules> shipped();
    /// The same, and behind them a team's own file, which adds terms and takes away others; nothing is added where there is
    /// no such file. An Error names the file that is wrong and its line.
    [[nodiscard]] static Result<RiskRules> shippedWith(const QString &ownFile);
    [[nodiscard]] static Result<RiskRules> load(const QString &path);
    [[nodiscard]] static Result<RiskRules> fromBytes(const QByteArray &bytes, const QString &name);

    [[nodiscard]] std::vector<RiskHit> judge(const PostText &text, QStringView language) const override;

private:
    struct Rule {
        Risk risk = Risk::PhysicalSafety;
        quint8 languages = 0;      ///< bit 0 French, bit 1 English
        bool isException = false;  ///< a saying within which no term counts
        QString term = {};         ///< folded
    };
    RiskRules() = default;
    [[nodiscard]] Result<> add(const QByteArray &bytes, const QString &name);
    [[nodiscard]] Result<> addRule(const Rule &rule, Place place);
    void build();

    std::vector<Rule> m_rules;
    TermMatcher m_matcher;
};

} // namespace vigie::analysis
