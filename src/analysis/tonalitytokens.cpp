// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tonalitytokens.h"

#include "analysis/tonalityhash.h"
#include "analysis/words.h"

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

using Kind = TonalityToken::Kind;

constexpr int kNegationReach = 4; // words
constexpr int kLongestRun = 2;    // of one letter
constexpr int kMostDigits = 3;

constexpr std::u16string_view kEnglishNegators =
    u"not no never cant dont doesnt didnt isnt wasnt wont aint arent werent without nothing nobody cannot hardly neither nor "
    u"couldnt wouldnt shouldnt havent hasnt hadnt none";
constexpr std::u16string_view kFrenchNegators =
    u"pas ne n jamais aucun aucune rien ni sans non personne plus point guere";
constexpr std::u16string_view kIronies =
    u"lol mdr ptdr ironie ironic irony ironique sarcasm sarcasme sarcastic sarcastique bravo yeahright";

struct Spelling {
    QStringView language;
    QStringView from;
    QStringView to;
};
// Only forms that are no words of their own.
constexpr std::array kSpellings{
    Spelling{u"fr", u"bcp", u"beaucoup"},  Spelling{u"fr", u"tjs", u"toujours"}, Spelling{u"fr", u"tjrs", u"toujours"},
    Spelling{u"fr", u"pk", u"pourquoi"},   Spelling{u"fr", u"pq", u"pourquoi"},  Spelling{u"fr", u"qd", u"quand"},
    Spelling{u"fr", u"ds", u"dans"},       Spelling{u"fr", u"pr", u"pour"},      Spelling{u"fr", u"ss", u"sans"},
    Spelling{u"fr", u"svp", u"plait"},     Spelling{u"fr", u"stp", u"plait"},    Spelling{u"fr", u"slt", u"salut"},
    Spelling{u"fr", u"bjr", u"bonjour"},   Spelling{u"fr", u"mtn", u"maintenant"}, Spelling{u"fr", u"rdv", u"rendez"},
    Spelling{u"fr", u"jms", u"jamais"},    Spelling{u"fr", u"ac", u"avec"},      Spelling{u"fr", u"vs", u"vous"},
    Spelling{u"fr", u"ns", u"nous"},       Spelling{u"fr", u"pb", u"probleme"},  Spelling{u"fr", u"pbs", u"problemes"},
    Spelling{u"en", u"u", u"you"},         Spelling{u"en", u"ur", u"your"},      Spelling{u"en", u"r", u"are"},
    Spelling{u"en", u"pls", u"please"},    Spelling{u"en", u"plz", u"please"},   Spelling{u"en", u"thx", u"thanks"},
    Spelling{u"en", u"thnx", u"thanks"},   Spelling{u"en", u"tho", u"though"},   Spelling{u"en", u"cuz", u"because"},
    Spelling{u"en", u"coz", u"because"},   Spelling{u"en", u"bday", u"birthday"}, Spelling{u"en", u"tmrw", u"tomorrow"},
    Spelling{u"en", u"0moro", u"tomorrow"}, Spelling{u"en", u"luv", u"love"},    Spelling{u"en", u"ppl", u"people"},
    Spelling{u"en", u"gr0", u"great"},     Spelling{u"en", u"b0", u"before"},    Spelling{u"en", u"omw", u"way"},
};
/// What is known of a token by its letters alone, in one look.
struct Traits {
    bool negatesFrench = false;
    bool negatesEnglish = false;
    bool isIrony = false;
    QStringView french = {};  ///< written out
    QStringView english = {};
};

class TraitTable
{
public:
    TraitTable()
    {
        for (const QStringView word : QStringView(kFrenchNegators).tokenize(u' '))
            of(word).negatesFrench = true;
        for (const QStringView word : QStringView(kEnglishNegators).tokenize(u' '))
            of(word).negatesEnglish = true;
        for (const QStringView word : QStringView(kIronies).tokenize(u' '))
            of(word).isIrony = true;
        for (const Spelling &spelling : kSpellings)
            (spelling.language == u"fr" ? of(spelling.from).french : of(spelling.from).english) = spelling.to;
    }
    [[nodiscard]] const Traits *find(quint64 hash) const
    {
        const Place &place = m_places[placeOf(hash)];
        return place.hash == hash ? &place.traits : nullptr;
    }

private:
    struct Place {
        quint64 hash = 0;
        Traits traits;
    };
    static constexpr int kBits = 13; // so wide that no two of the words meet: the constructor checks it

    [[nodiscard]] static std::size_t placeOf(quint64 hash) { return std::size_t(scattered(hash) >> (64 - kBits)); }
    Traits &of(QStringView word)
    {
        const quint64 hash = hashOf(word);
        Place &place = m_places[placeOf(hash)];
        Q_ASSERT_X(place.hash == 0 || place.hash == hash, "TraitTable", "two words meet: make it wider");
        place.hash = hash;
        return place.traits;
    }

    std::vector<Place> m_places{std::size_t(1) << kBits};
};

const TraitTable &traitTable()
{
    static const TraitTable table;
    return table;
}

/// What exports leave behind: "&amp;", "\u2019".
QString undone(QString folded)
{
    if (folded.contains(u'&')) {
        folded.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s);
        folded.replace(u"&#39;"_s, u"'"_s).replace(u"&amp;"_s, u"&"_s);
    }
    for (qsizetype i = folded.indexOf(u"\\u"); i >= 0 && i + 6 <= folded.size(); i = folded.indexOf(u"\\u", i + 1)) {
        bool isHex = false;
        const ushort unit = folded.mid(i + 2, 4).toUShort(&isHex, 16);
        if (isHex && !QChar(unit).isSurrogate())
            folded.replace(i, 6, core::folded(QString(QChar(unit))));
    }
    return folded;
}

bool isMouth(QChar unit)
{
    return QStringView(u")(dpos/\\|*3][").contains(unit);
}

} // namespace

void TonalityTokens::addToken(QStringView units, Kind kind)
{
    TonalityToken token{.start = quint32(text.size()), .hash = hashOf(units), .kind = kind};
    text.append(units.utf16(), std::size_t(units.size()));
    token.end = quint32(text.size());
    text.push_back(u' ');
    tokens.push_back(token);
}

void TonalityTokens::make(const PostText &post, bool isFrench)
{
    text.assign(1, u' ');
    tokens.clear();
    marks = {};
    QStringView folded = post.folded.left(kMostUnits);
    QString mended;
    if (folded.contains(u'&') || folded.contains(u'\\')) {
        mended = undone(folded.toString());
        folded = mended;
    }
    for (qsizetype i = 0; i < folded.size();) {
        const QChar unit = folded[i];
        if (isWordUnit(unit.unicode()))
            i = takeWord(folded, i, isFrench);
        else if (unit.isSpace())
            ++i;
        else
            i = takeSign(folded, i);
    }
    if (marks.hashtags > 0)
        addHashtagParts(post.original.left(kMostUnits));
    findNegations(isFrench);
}

qsizetype TonalityTokens::takeWord(QStringView folded, qsizetype i, bool isFrench)
{
    const QStringView rest = folded.sliced(i);
    if (startsLink(rest) || (rest.startsWith(u"http") && (rest.size() == 4 || !isWordUnit(rest[4].unicode())))) {
        while (i < folded.size() && !folded[i].isSpace())
            ++i;
        addToken(u"\xe000", Kind::Link);
        ++marks.links;
        return i;
    }
    const bool isHashtag = i > 0 && folded[i - 1] == u'#';
    TonalityToken token{.start = quint32(text.size()), .kind = isHashtag ? Kind::Hashtag : Kind::Word};
    int run = 0;
    bool isElongated = false;
    while (i < folded.size()) {
        char16_t unit = folded[i].unicode();
        if (!isWordUnit(unit)) {
            // "j'ai" is two words, "don't" one.
            if (unit != u'\'' || i + 1 >= folded.size() || !isWordUnit(folded[i + 1].unicode()))
                break;
            ++i;
            if (isFrench)
                break;
            continue;
        }
        if (unit >= u'0' && unit <= u'9')
            unit = u'0';
        run = text.size() > token.start && text.back() == unit ? run + 1 : 1;
        ++i;
        if (run > (unit == u'0' ? kMostDigits : kLongestRun)) {
            isElongated = isElongated || unit != u'0';
            continue;
        }
        text.push_back(unit);
    }
    token.end = quint32(text.size());
    token.hash = hashOf(letters(token));
    if (const Traits *traits = traitTable().find(token.hash)) {
        marks.ironies += traits->isIrony ? 1 : 0;
        if (const QStringView full = isFrench ? traits->french : traits->english; !full.isEmpty()) {
            text.resize(token.start);
            text.append(full.utf16(), std::size_t(full.size()));
            token.end = quint32(text.size());
            token.hash = hashOf(full);
        }
    }
    text.push_back(u' ');
    tokens.push_back(token);
    ++marks.words;
    marks.elongations += isElongated ? 1 : 0;
    marks.hashtags += isHashtag ? 1 : 0;
    return i;
}

/// ":-)" and its kin. Where none stands at `i`, `i` itself.
qsizetype TonalityTokens::takeEmoticon(QStringView folded, qsizetype i)
{
    const QChar eyes = folded[i];
    if (eyes == u'<' && i + 1 < folded.size() && folded[i + 1] == u'3') {
        addToken(u"<3", Kind::Picture);
        ++marks.goodFaces;
        return i + 2;
    }
    if (eyes != u':' && eyes != u';' && eyes != u'=')
        return i;
    qsizetype at = i + 1;
    if (at < folded.size() && (folded[at] == u'-' || folded[at] == u'\'' || folded[at] == u'o'))
        ++at;
    if (at >= folded.size() || !isMouth(folded[at]))
        return i;
    QChar mouth = folded[at];
    const bool isWordAfter = at + 1 < folded.size() && isWordUnit(folded[at + 1].unicode());
    if (isWordUnit(mouth.unicode()) && isWordAfter)
        return i;
    if (mouth == u'/' && at + 1 < folded.size() && folded[at + 1] == u'/')
        return i;
    while (at < folded.size() && folded[at] == mouth)
        ++at;
    mouth = mouth == u']' ? u')' : mouth == u'[' ? u'(' : mouth == u'\\' ? u'/' : mouth;
    if (QStringView(u")dp*3").contains(mouth))
        ++marks.goodFaces;
    else if (QStringView(u"(/|s").contains(mouth))
        ++marks.badFaces;
    const char16_t face[] = {eyes == u'=' ? u':' : eyes.unicode(), mouth.unicode()};
    addToken(QStringView(face, 2), Kind::Picture);
    return at;
}

qsizetype TonalityTokens::takePicture(QStringView folded, qsizetype i)
{
    const bool isPair = folded[i].isHighSurrogate() && i + 1 < folded.size() && folded[i + 1].isLowSurrogate();
    const QStringView picture = folded.sliced(i, isPair ? 2 : 1);
    i += picture.size();
    if (isPair) {
        const char32_t code = QChar::surrogateToUcs4(picture[0], picture[1]);
        if (code >= 0x1f3fb && code <= 0x1f3ff) // a tone of skin
            return i;
    }
    while (folded.sliced(i).startsWith(picture))
        i += picture.size();
    addToken(picture, Kind::Picture);
    ++marks.pictures;
    return i;
}

qsizetype TonalityTokens::takeSign(QStringView folded, qsizetype i)
{
    const QChar unit = folded[i];
    if (unit == u'@' && i + 1 < folded.size() && isWordUnit(folded[i + 1].unicode())) {
        ++i;
        while (i < folded.size() && (isWordUnit(folded[i].unicode()) || folded[i] == u'.' || folded[i] == u'@'))
            ++i;
        addToken(u"@", Kind::Handle);
        ++marks.handles;
        return i;
    }
    if (const qsizetype after = takeEmoticon(folded, i); after != i)
        return after;
    if (unit == u'!' || unit == u'?') {
        int exclamations = 0;
        int questions = 0;
        for (; i < folded.size() && (folded[i] == u'!' || folded[i] == u'?'); ++i)
            ++(folded[i] == u'!' ? exclamations : questions);
        marks.exclamations += exclamations;
        marks.questions += questions;
        addToken(exclamations > 0 && questions > 0 ? QStringView(u"!?")
                 : exclamations > 1                ? QStringView(u"!!")
                 : questions > 1                   ? QStringView(u"??")
                 : exclamations > 0                ? QStringView(u"!")
                                                   : QStringView(u"?"),
                 Kind::Sign);
        return i;
    }
    if (unit == u'.' || unit == u'…') {
        const qsizetype start = i;
        while (i < folded.size() && (folded[i] == u'.' || folded[i] == u'…'))
            ++i;
        const bool isEllipsis = i - start > 1 || unit == u'…';
        marks.ellipses += isEllipsis ? 1 : 0;
        addToken(isEllipsis ? QStringView(u"…") : QStringView(u"."), Kind::Sign);
        return i;
    }
    if (unit == u',' || unit == u';' || unit == u':') {
        addToken(folded.sliced(i, 1), Kind::Sign);
    } else if (unit == u'"' || unit == u'«' || unit == u'»' || unit == u'“' || unit == u'”') {
        addToken(u"\"", Kind::Sign);
        ++marks.quotes;
    } else if (unit == u'/' && i + 1 < folded.size() && folded[i + 1] == u's' && i > 0 && folded[i - 1].isSpace()) {
        ++marks.ironies;
    } else if (unit.unicode() > 0x2000) {
        return takePicture(folded, i);
    }
    return i + 1;
}

void TonalityTokens::addHashtagParts(QStringView original)
{
    qsizetype i = original.indexOf(u'#');
    while (i >= 0) {
        qsizetype end = i + 1;
        while (end < original.size() && isWordUnit(original[end].unicode()))
            ++end;
        const QStringView tag = original.sliced(i + 1, end - i - 1);
        qsizetype from = 0;
        for (qsizetype k = 1; k <= tag.size(); ++k) {
            const bool isEdge = k == tag.size() || (tag[k].isUpper() && tag[k - 1].isLower()) || tag[k - 1] == u'_' ||
                                (tag[k].isUpper() && k + 1 < tag.size() && tag[k + 1].isLower());
            if (!isEdge)
                continue;
            if (from > 0 || k < tag.size()) {
                if (from == 0)
                    addToken(u".", Kind::Sign); // the parts begin a sentence of their own
                addToken(core::folded(tag.sliced(from, k - from)), Kind::Word);
            }
            from = k;
        }
        i = original.indexOf(u'#', end);
    }
}

void TonalityTokens::findNegations(bool isFrench)
{
    static const quint64 pas = hashOf(u"pas");
    const TraitTable &table = traitTable();
    int reach = 0;
    qint32 negator = -1;
    for (std::size_t k = 0; k < tokens.size(); ++k) {
        TonalityToken &token = tokens[k];
        if (token.kind == Kind::Sign && text[token.start] != u'"') {
            reach = 0;
            continue;
        }
        if (reach > 0 && (token.kind == Kind::Word || token.kind == Kind::Hashtag)) {
            token.isNegated = true;
            token.negator = negator;
            --reach;
        }
        const Traits *traits = table.find(token.hash);
        if (traits == nullptr || !(isFrench ? traits->negatesFrench : traits->negatesEnglish))
            continue;
        reach = kNegationReach;
        negator = qint32(k);
        // "j'aime pas": the verb stands before.
        if (token.hash == pas && k > 0 && tokens[k - 1].kind == Kind::Word && !tokens[k - 1].isNegated) {
            tokens[k - 1].isNegated = true;
            tokens[k - 1].negator = negator;
        }
    }
}

} // namespace vigie::analysis
