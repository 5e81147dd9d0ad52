// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sha256.h"

#include <QCryptographicHash>

#if defined(__x86_64__)
#include <QtEndian>

#include <array>
#include <cstring>

#include <cpuid.h>
#include <immintrin.h>
#endif

namespace vigie::core
{
namespace
{

#if defined(__x86_64__)

constexpr qsizetype kBlock = 64;
constexpr qsizetype kLengthSize = 8;

/// FIPS 180-4, 4.2.2 and 5.3.3.
alignas(16) constexpr std::array<quint32, 64> kRounds{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
constexpr std::array<quint32, 8> kStart{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

bool hasInstructions()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    const bool isThere = __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
    return isThere && __builtin_cpu_supports("sse4.1");
}

__m128i load(const void *from)
{
    return _mm_loadu_si128(static_cast<const __m128i *>(from));
}

/// The instructions want the eight words as ABEF and CDGH, and do two rounds each.
__attribute__((target("sha,sse4.1"))) void addBlocks(std::array<quint32, 8> &state, const char *bytes, qsizetype count)
{
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f'08090a0b, 0x04050607'00010203);
    const __m128i badc = _mm_shuffle_epi32(load(&state[0]), 0xb1);
    const __m128i hgfe = _mm_shuffle_epi32(load(&state[4]), 0x1b);
    __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
    __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xf0);
    for (; count > 0; --count, bytes += kBlock) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i words[4]; // the last sixteen of the schedule
        for (std::size_t i = 0; i < 16; ++i) {
            __m128i &four = words[i % 4];
            if (i < 4) {
                four = _mm_shuffle_epi8(load(bytes + i * 16), bigEndian);
            } else {
                const __m128i sevenBefore = _mm_alignr_epi8(words[(i + 3) % 4], words[(i + 2) % 4], 4);
                four = _mm_add_epi32(_mm_sha256msg1_epu32(four, words[(i + 1) % 4]), sevenBefore);
                four = _mm_sha256msg2_epu32(four, words[(i + 3) % 4]);
            }
            const __m128i added = _mm_add_epi32(four, load(&kRounds[i * 4]));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, added);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(added, 0x0e));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128(reinterpret_cast<__m128i *>(&state[0]), _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(reinterpret_cast<__m128i *>(&state[4]), _mm_alignr_epi8(dchg, feba, 8));
}

QByteArray byInstructions(QByteArrayView bytes)
{
    std::array<quint32, 8> state = kStart;
    const qsizetype whole = bytes.size() / kBlock;
    addBlocks(state, bytes.data(), whole);
    // The rest, a bit that is set, zeros, and the length in bits.
    const QByteArrayView rest = bytes.sliced(whole * kBlock);
    std::array<char, 2 * kBlock> end{};
    if (!rest.isEmpty())
        std::memcpy(end.data(), rest.data(), std::size_t(rest.size()));
    end[std::size_t(rest.size())] = char(0x80);
    const qsizetype blocks = rest.size() + 1 + kLengthSize <= kBlock ? 1 : 2;
    qToBigEndian(quint64(bytes.size()) * 8, end.data() + blocks * kBlock - kLengthSize);
    addBlocks(state, end.data(), blocks);
    QByteArray digest(qsizetype(sizeof state), Qt::Uninitialized);
    qToBigEndian<quint32>(state.data(), qsizetype(state.size()), digest.data());
    return digest;
}

#endif

} // namespace

QByteArray sha256(QByteArrayView bytes)
{
#if defined(__x86_64__)
    static const bool hasThem = hasInstructions();
    if (hasThem)
        return byInstructions(bytes);
#endif
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace vigie::core
