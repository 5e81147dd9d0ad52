// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tonalitymodel.h"

#include "analysis/lexiconfile.h"

#include <QDataStream>
#include <QIODevice>

#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

constexpr quint32 kMagic = 0x56'54'4f'4e; // "VTON"
constexpr quint16 kVersion = 1;
constexpr qint16 kFineness = 64; ///< steps in memory for one step in the file, so that what a desk teaches is not rounded away
constexpr float kMostWeight = 1e4F;

void setUp(QDataStream &stream)
{
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    stream.setVersion(QDataStream::Qt_6_4);
}

/// Calls `visit` with each float of the weights, in the order of the file.
template <typename Weights, typename Visit>
void forEachNumber(Weights &weights, Visit visit)
{
    visit(weights.step);
    visit(weights.slope);
    visit(weights.offset);
    for (auto &number : weights.bias)
        visit(number);
    for (std::size_t i = 0; i < kTonalityDense; ++i) {
        visit(weights.mean[i]);
        visit(weights.scale[i]);
        for (auto &number : weights.dense[i])
            visit(number);
    }
}

Result<std::shared_ptr<const TonalityWeights>> readWeights(QDataStream &stream)
{
    auto weights = std::make_shared<TonalityWeights>();
    bool isSound = true;
    forEachNumber(*weights, [&](float &number) {
        stream >> number;
        isSound = isSound && std::isfinite(number) && std::abs(number) <= kMostWeight;
    });
    QByteArray rows(qsizetype(kTonalityRows * 3), Qt::Uninitialized);
    if (stream.readRawData(rows.data(), int(rows.size())) != rows.size())
        return fail(ErrorKind::Parse, u"the tonality model ends too early"_s);
    if (!isSound)
        return fail(ErrorKind::Parse, u"the tonality model holds a number that is none"_s);
    weights->step /= kFineness;
    weights->rows.resize(kTonalityRows);
    for (std::size_t i = 0; i < kTonalityRows; ++i) {
        for (std::size_t k = 0; k < 3; ++k)
            weights->rows[i][k] = qint16(static_cast<signed char>(rows.at(qsizetype(3 * i + k))) * kFineness);
    }
    return std::shared_ptr<const TonalityWeights>(std::move(weights));
}

} // namespace

TonalityLogits softmaxOf(const TonalityLogits &logits)
{
    const float most = std::max({logits[0], logits[1], logits[2]});
    TonalityLogits shares{};
    float sum = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        shares[k] = std::exp(logits[k] - most);
        sum += shares[k];
    }
    for (float &share : shares)
        share /= sum;
    return shares;
}

TonalityLogits TonalityWeights::logits(const TonalityFeatures &features) const
{
    TonalityLogits result = bias;
    for (std::size_t block = 0; block < kTonalityBlocks; ++block) {
        std::array<qint32, 3> sum{};
        for (const TonalityFeatures::Row &row : features.blocks[block]) {
            const Row &weight = rows[row.row];
            for (std::size_t k = 0; k < 3; ++k)
                sum[k] += weight[k];
        }
        for (std::size_t k = 0; k < 3; ++k)
            result[k] += float(sum[k]) * step * features.scale[block];
    }
    for (std::size_t i = 0; i < kTonalityDense; ++i) {
        const float number = (features.dense[i] - mean[i]) * scale[i];
        for (std::size_t k = 0; k < 3; ++k)
            result[k] += dense[i][k] * number;
    }
    return result;
}

double TonalityWeights::negativeLogOdds(const TonalityLogits &logits)
{
    const double most = std::max(logits[1], logits[2]);
    const double others = most + std::log(std::exp(logits[1] - most) + std::exp(logits[2] - most));
    return double(logits[0]) - others;
}

double TonalityWeights::negativity(const TonalityLogits &logits) const
{
    return 1 / (1 + std::exp(-(slope * negativeLogOdds(logits) + offset)));
}

Result<TonalityModel> TonalityModel::shipped()
{
    return load(u":/models/tonality.bin"_s);
}

Result<TonalityModel> TonalityModel::load(const QString &path)
{
    const Result<QByteArray> bytes = readLexiconFile(path);
    if (!bytes)
        return fail(bytes.error());
    Result<TonalityModel> model = fromBytes(*bytes);
    if (!model)
        model.error().place.file = path;
    return model;
}

Result<TonalityModel> TonalityModel::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    setUp(stream);
    quint32 magic = 0;
    quint16 version = 0;
    quint16 dense = 0;
    quint16 rowBits = 0;
    quint8 count = 0;
    stream >> magic >> version >> rowBits >> dense >> count;
    if (stream.status() != QDataStream::Ok || magic != kMagic)
        return fail(ErrorKind::Parse, u"this is no tonality model"_s);
    if (version != kVersion || rowBits != kTonalityRowBits || dense != kTonalityDense)
        return fail(ErrorKind::Parse, u"this tonality model is for another version of the program"_s);
    TonalityModel model;
    for (int i = 0; i < count; ++i) {
        quint8 language = 0;
        stream >> language;
        if (stream.status() != QDataStream::Ok || language >= kTonalityLanguages.size() || model.languages[language])
            return fail(ErrorKind::Parse, u"the tonality model names a language that it cannot"_s);
        auto weights = readWeights(stream);
        if (!weights)
            return fail(weights.error());
        model.languages[language] = std::move(*weights);
    }
    if (!stream.atEnd())
        return fail(ErrorKind::Parse, u"the tonality model is longer than it should be"_s);
    return model;
}

QByteArray TonalityModel::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    setUp(stream);
    const auto count = std::count_if(languages.begin(), languages.end(), [](const auto &weights) { return weights != nullptr; });
    stream << kMagic << kVersion << quint16(kTonalityRowBits) << quint16(kTonalityDense) << quint8(count);
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (!languages[i])
            continue;
        stream << quint8(i);
        TonalityWeights written = *languages[i];
        written.step *= kFineness;
        forEachNumber(written, [&stream](float number) { stream << number; });
        for (const TonalityWeights::Row &row : written.rows) {
            for (std::size_t k = 0; k < 3; ++k)
                stream << qint8(std::lround(float(row[k]) / kFineness));
        }
    }
    return bytes;
}

} // namespace vigie::analysis
