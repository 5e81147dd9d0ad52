// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tellingwords.h"

#include <QSet>

#include <algorithm>
#include <string_view>

namespace vigie::analysis
{
namespace
{

constexpr std::u16string_view kStopWords =
    u"le la les l un une des de du d et ou mais donc or ni car en dans sur sous par pour avec sans chez vers entre que "
    u"qui quoi "
    u"qu dont quand comme si ne n pas plus moins tres trop bien aussi encore deja toujours jamais je j tu il elle on "
    u"nous vous "
    u"ils elles me m te t se s lui leur y ce c cet cette ces ca cela mon ma mes ton ta tes son sa ses notre nos votre "
    u"vos leurs "
    u"est suis es sommes etes sont etait etaient ete etre ai as a avons avez ont avait avoir fait faire va vais vont "
    u"peut faut "
    u"au aux meme tout tous toute toutes rien alors puis ici la ou apres avant depuis pendant parce lors quel quelle "
    u"the an and or but so if then than that this these those there here of in on at to from by for with without about "
    u"into over "
    u"after before up down out off as is am are was were be been being do does did done doing have has had having will "
    u"would can "
    u"could should may might must shall not no nor don didn doesn isn wasn won couldn ain i you he she it we they me "
    u"him her us "
    u"them my your his its our their mine yours what which who whom whose when where why how all any both each more "
    u"most other "
    u"some such only own same too very just also now get got re ve ll im u ur rt via amp http https";

const QSet<QStringView> &stopWords()
{
    static const QSet<QStringView> words = [] {
        QSet<QStringView> set;
        for (const QStringView word : QStringView(kStopWords).tokenize(u' '))
            set.insert(word);
        return set;
    }();
    return words;
}

} // namespace

bool isTellingWord(QStringView folded)
{
    const bool isNumber = std::all_of(folded.begin(), folded.end(), [](QChar unit) { return unit.isDigit(); });
    return !isNumber && !stopWords().contains(folded);
}

} // namespace vigie::analysis
