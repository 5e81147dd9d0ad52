<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Alert</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <extracomment>the length of a history: &quot;over the last 4 days&quot;</extracomment>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>Unusual volume</source>
        <translation>Volume inhabituel</translation>
    </message>
    <message>
        <source>Worse tone than usual</source>
        <translation>Tonalité plus négative que d’habitude</translation>
    </message>
    <message>
        <source>Threshold passed</source>
        <translation>Seuil dépassé</translation>
    </message>
    <message>
        <source>%1 of the mentions of the last %3 are negative; usually %2 over the last %5; threshold %4</source>
        <extracomment>%1, %2 and %4 are percentages (&quot;62 %&quot;), %3 and %5 lengths of time (&quot;3 h&quot;, &quot;4 days&quot;)</extracomment>
        <translation>%1 de mentions négatives sur %3&#x202f;; habituellement %2 sur %5 d’historique&#x202f;; seuil&#xa0;: %4</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in %1; the threshold set is %2, usually %3</source>
        <extracomment>%n mentions in the window %1 (&quot;60 min&quot;); %2 is the number a person has set, %3 what is usual</extracomment>
        <translation>
            <numerusform>%n mention en %1&#x202f;; le seuil fixé est de %2, d’ordinaire %3</numerusform>
            <numerusform>%n mentions en %1&#x202f;; le seuil fixé est de %2, d’ordinaire %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Slow rise</source>
        <translation>Hausse lente</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in %1; usually %2 at this hour of this weekday, recent peak %3; threshold %4</source>
        <extracomment>%n mentions in the window %1 (&quot;60 min&quot;); %2, %3 and %4 are numbers of mentions</extracomment>
        <translation>
            <numerusform>%n mention en %1&#x202f;; d’ordinaire %2 à cette heure de ce jour de la semaine, maximum récent %3&#x202f;; seuil %4</numerusform>
            <numerusform>%n mentions en %1&#x202f;; d’ordinaire %2 à cette heure de ce jour de la semaine, maximum récent %3&#x202f;; seuil %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in %1; usually %2 at this hour over the last %5, recent peak %3; threshold %4</source>
        <extracomment>As before; %5 is a length of time (&quot;4 days&quot;)</extracomment>
        <translation>
            <numerusform>%n mention en %1&#x202f;; d’ordinaire %2 à cette heure sur les %5 précédents, maximum récent %3&#x202f;; seuil %4</numerusform>
            <numerusform>%n mentions en %1&#x202f;; d’ordinaire %2 à cette heure sur les %5 précédents, maximum récent %3&#x202f;; seuil %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in %1; usually %2 over the last %5, recent peak %3; threshold %4</source>
        <extracomment>As before; %5 is a length of time (&quot;30 hours&quot;)</extracomment>
        <translation>
            <numerusform>%n mention en %1&#x202f;; d’ordinaire %2 sur %5 d’historique, maximum récent %3&#x202f;; seuil %4</numerusform>
            <numerusform>%n mentions en %1&#x202f;; d’ordinaire %2 sur %5 d’historique, maximum récent %3&#x202f;; seuil %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in %1 without a sudden peak; usually %2 in these hours, at most %3 recently; threshold %4</source>
        <extracomment>%n mentions in the window %1 (&quot;6 h&quot;); %2, %3 and %4 are numbers of mentions</extracomment>
        <translation>
            <numerusform>%n mention en %1 sans pic soudain&#x202f;; d’ordinaire %2 à ces heures, au plus %3 récemment&#x202f;; seuil %4</numerusform>
            <numerusform>%n mentions en %1 sans pic soudain&#x202f;; d’ordinaire %2 à ces heures, au plus %3 récemment&#x202f;; seuil %4</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” could not be read from %2 to %3: there may have been more.</source>
        <extracomment>%1 is a source, %2 and %3 are times</extracomment>
        <translation>«&#x202f;%1&#x202f;» n’a pas pu être lue du %2 au %3&#xa0;: il a pu y avoir davantage de mentions.</translation>
    </message>
    <message>
        <source>“%1” cannot be read since %2: there may be more.</source>
        <extracomment>%1 is a source, %2 a time</extracomment>
        <translation>«&#x202f;%1&#x202f;» ne peut plus être lue depuis le %2&#xa0;: il peut y avoir davantage de mentions.</translation>
    </message>
    <message>
        <source>Only %1 of history: what is usual at this hour is not known yet.</source>
        <extracomment>%1 is a length of time (&quot;30 hours&quot;)</extracomment>
        <translation>Historique de %1 seulement&#xa0;: niveau habituel à cette heure inconnu.</translation>
    </message>
    <message>
        <source>Many negative mentions</source>
        <translation>Beaucoup de mentions négatives</translation>
    </message>
    <message numerus="yes">
        <source>%n negative mention(s) in %1; usually %2, recent peak %3; threshold %4</source>
        <extracomment>%n negative mentions in the window %1 (&quot;15 min&quot;); %2, %3 and %4 are numbers of negative mentions</extracomment>
        <translation>
            <numerusform>%n mention négative en %1&#x202f;; d’ordinaire %2, maximum récent %3&#x202f;; seuil %4</numerusform>
            <numerusform>%n mentions négatives en %1&#x202f;; d’ordinaire %2, maximum récent %3&#x202f;; seuil %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertHook</name>
    <message>
        <source>Vigie: this is only a test. Alerts will arrive here.</source>
        <translation>Vigie&#xa0;: ceci n’est qu’un essai. Les alertes arriveront ici.</translation>
    </message>
</context>
<context>
    <name>AutoPlayer</name>
    <message>
        <source>Crisis lead (exercise)</source>
        <translation>Pilote de crise (exercice)</translation>
    </message>
    <message>
        <source>Activate the crisis team and follow the playbook</source>
        <translation>Activer la cellule de crise et suivre le plan d’action</translation>
    </message>
    <message>
        <source>Watch for another hour; activate now</source>
        <translation>Rester en veille une heure de plus&#x202f;; activer maintenant</translation>
    </message>
    <message>
        <source>Done by the automatic team of the exercise</source>
        <translation>Réalisé par l’équipe automatique de l’exercice</translation>
    </message>
    <message>
        <source>Spokesperson (exercise)</source>
        <translation>Porte-parole (exercice)</translation>
    </message>
    <message>
        <source>We know what is being reported, we are looking into it, and we will speak again soon.</source>
        <translation>Nous avons connaissance de ce qui est signalé, nous procédons aux vérifications et nous reprendrons la parole rapidement.</translation>
    </message>
    <message>
        <source>Nothing new: the plan goes on.</source>
        <translation>Rien de nouveau&#xa0;: le plan se poursuit.</translation>
    </message>
    <message>
        <source>Community manager (exercise)</source>
        <translation>Responsable des réseaux sociaux (exercice)</translation>
    </message>
    <message>
        <source>Facilitator (exercise)</source>
        <translation>Animateur·rice (exercice)</translation>
    </message>
    <message>
        <source>End of the exercise</source>
        <translation>Fin de l’exercice</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>prise en charge</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>écartée</translation>
    </message>
    <message>
        <source>id</source>
        <translation>n°</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>exercice</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>donnée à</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>nature</translation>
    </message>
    <message>
        <source>state</source>
        <translation>état</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>veille</translation>
    </message>
    <message>
        <source>why</source>
        <translation>pourquoi</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensibilité</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>alertes</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>par mois</translation>
    </message>
    <message>
        <source>last</source>
        <translation>dernière</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>what</source>
        <translation>quoi</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
</context>
<context>
    <name>DrillScore</name>
    <message>
        <source>not reached</source>
        <translation>non atteint</translation>
    </message>
    <message>
        <source>%1 (target: %2)</source>
        <translation>%1 (cible&#xa0;: %2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Time to detect</source>
        <translation>Délai de détection</translation>
    </message>
    <message>
        <source>From the alert to an open crisis</source>
        <translation>De l’alerte à l’ouverture de la crise</translation>
    </message>
    <message>
        <source>Time to first statement</source>
        <translation>Délai de première prise de parole</translation>
    </message>
    <message>
        <source>Time to first reply</source>
        <translation>Délai de première réponse</translation>
    </message>
    <message>
        <source>Tasks done in time</source>
        <translation>Tâches faites à temps</translation>
    </message>
    <message>
        <source>Replies written with care</source>
        <translation>Réponses rédigées avec soin</translation>
    </message>
    <message>
        <source>Alerts before the event began</source>
        <translation>Alertes avant le début de l’événement</translation>
    </message>
</context>
<context>
    <name>DrillWords</name>
    <message>
        <source>Crisis lead</source>
        <translation>Pilote de crise</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Suppléant·e</translation>
    </message>
    <message>
        <source>Log keeper</source>
        <translation>Teneur·se de main courante</translation>
    </message>
    <message>
        <source>Spokesperson</source>
        <translation>Porte-parole</translation>
    </message>
    <message>
        <source>Community manager</source>
        <translation>Responsable des réseaux sociaux</translation>
    </message>
    <message>
        <source>Customer-service liaison</source>
        <translation>Liaison service clients</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Conseil juridique</translation>
    </message>
    <message>
        <source>Subject expert</source>
        <translation>Référent·e technique</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>As it happened</source>
        <translation>Temps réel</translation>
    </message>
    <message>
        <source>× %1</source>
        <extracomment>A speed of play: 60 times faster than it happened</extracomment>
        <translation>×&#xa0;%1</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) met</source>
        <translation>
            <numerusform>%n cible atteinte</numerusform>
            <numerusform>%n cibles atteintes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <comment>targets of a drill</comment>
        <translation>
            <numerusform>%n manquée</numerusform>
            <numerusform>%n manquées</numerusform>
        </translation>
    </message>
    <message>
        <source>No. %1</source>
        <extracomment>%1 is the number of a drill, in the order in which they were played</extracomment>
        <translation>N°&#xa0;%1</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Played; no targets</source>
        <translation>Joué&#x202f;; sans cible</translation>
    </message>
    <message>
        <source>Broken off, without a score</source>
        <translation>Interrompu, sans score</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>Sans cible</translation>
    </message>
    <message>
        <source>Met</source>
        <extracomment>A target of a drill</extracomment>
        <translation>Atteinte</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manquée</translation>
    </message>
</context>
<context>
    <name>FetchFailure</name>
    <message>
        <source>redirected to a place that is not read: not a web address</source>
        <translation>redirigé vers un endroit qui n’est pas lu&#xa0;: ce n’est pas une adresse web</translation>
    </message>
    <message>
        <source>redirected to a place that is not read: only http and https are read</source>
        <translation>redirigé vers un endroit qui n’est pas lu&#xa0;: seuls http et https sont lus</translation>
    </message>
    <message>
        <source>redirected to a place that is not read: unencrypted http is not allowed here</source>
        <translation>redirigé vers un endroit qui n’est pas lu&#xa0;: le http non chiffré n’est pas admis ici</translation>
    </message>
    <message>
        <source>not a web address</source>
        <translation>ce n’est pas une adresse web</translation>
    </message>
    <message>
        <source>only http and https are read</source>
        <translation>seuls http et https sont lus</translation>
    </message>
    <message>
        <source>unencrypted http is not allowed here</source>
        <translation>le http non chiffré n’est pas admis ici</translation>
    </message>
    <message>
        <source>no complete answer in time</source>
        <translation>pas de réponse complète à temps</translation>
    </message>
    <message>
        <source>the answer is larger than %1 bytes</source>
        <translation>la réponse dépasse %1 octets</translation>
    </message>
    <message>
        <source>more than %1 redirects</source>
        <translation>plus de %1 redirections</translation>
    </message>
    <message>
        <source>redirected from https to something unencrypted</source>
        <translation>redirigé de https vers une adresse non chiffrée</translation>
    </message>
    <message>
        <source>no answer (Qt network error %1)</source>
        <translation>pas de réponse (erreur réseau Qt %1)</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>réponse HTTP %1</translation>
    </message>
    <message>
        <source>the answer broke off (Qt network error %1)</source>
        <translation>la réponse s’est interrompue (erreur réseau Qt %1)</translation>
    </message>
    <message>
        <source>not a feed: JSON without a feed&apos;s version and items</source>
        <translation>ce n’est pas un flux&#xa0;: du JSON sans version ni éléments de flux</translation>
    </message>
    <message>
        <source>the feed is larger than 10 MB</source>
        <translation>le flux dépasse 10 Mo</translation>
    </message>
    <message>
        <source>neither XML nor JSON</source>
        <translation>ni XML ni JSON</translation>
    </message>
    <message>
        <source>elements are nested too deeply</source>
        <translation>des éléments sont imbriqués trop profondément</translation>
    </message>
    <message>
        <source>not a feed: the root element is &lt;%1&gt;</source>
        <translation>ce n’est pas un flux&#xa0;: l’élément racine est &lt;%1&gt;</translation>
    </message>
    <message>
        <source>this kind of source is not collected</source>
        <translation>ce type de source ne se relève pas</translation>
    </message>
    <message>
        <source>the stream has ended</source>
        <translation>le flux continu s’est arrêté</translation>
    </message>
    <message>
        <source>its account is not signed in</source>
        <translation>son compte n’est pas connecté</translation>
    </message>
    <message>
        <source>the keychain holds no key of this name</source>
        <translation>le trousseau ne contient aucune clé de ce nom</translation>
    </message>
    <message>
        <source>this machine has no keychain that answers</source>
        <translation>aucun trousseau ne répond sur cet ordinateur</translation>
    </message>
    <message>
        <source>the keychain refused</source>
        <translation>le trousseau a refusé</translation>
    </message>
    <message>
        <source>the keychain failed (%1)</source>
        <translation>le trousseau a échoué (%1)</translation>
    </message>
    <message>
        <source>the XML is not well formed: %1</source>
        <translation>le XML est mal formé</translation>
    </message>
    <message>
        <source>the JSON is not well formed: %1</source>
        <translation>le JSON est mal formé</translation>
    </message>
    <message>
        <source>the server did not answer with JSON</source>
        <translation>le serveur n’a pas répondu en JSON</translation>
    </message>
    <message>
        <source>the server answered with an error of its own</source>
        <translation>le serveur a répondu par une erreur</translation>
    </message>
    <message>
        <source>the server&apos;s answer is not what was asked for</source>
        <translation>la réponse du serveur n’est pas ce qui a été demandé</translation>
    </message>
    <message>
        <source>the account is signed out</source>
        <translation>le compte est déconnecté</translation>
    </message>
    <message>
        <source>this cannot be read without an account</source>
        <translation>cela ne se lit pas sans compte</translation>
    </message>
    <message>
        <source>full-text search is not available on this server</source>
        <translation>la recherche dans les textes n’est pas disponible sur ce serveur</translation>
    </message>
    <message>
        <source>the server does not give older posts</source>
        <translation>le serveur ne donne pas de messages plus anciens</translation>
    </message>
    <message>
        <source>more posts than could be read</source>
        <translation>plus de messages qu’il n’a été possible d’en lire</translation>
    </message>
    <message>
        <source>the server offers no stream</source>
        <translation>le serveur n’offre pas de flux en direct</translation>
    </message>
    <message>
        <source>the account&apos;s server does not know the post that is answered</source>
        <translation>le serveur du compte ne connaît pas le message auquel on répond</translation>
    </message>
    <message>
        <source>a private message needs somebody who gets it</source>
        <translation>un message privé doit avoir un destinataire</translation>
    </message>
    <message>
        <source>there is no text to send</source>
        <translation>il n’y a pas de texte à envoyer</translation>
    </message>
    <message>
        <source>with the name of whom it answers, the text has %1 characters of %2</source>
        <translation>avec le nom de la personne à qui il répond, le texte compte %1 caractères sur %2</translation>
    </message>
    <message>
        <source>the server refused it with status %1: %2</source>
        <translation>le serveur l’a refusé avec le statut %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>the post is on another server than the account</source>
        <translation>le message est sur un autre serveur que le compte</translation>
    </message>
    <message>
        <source>the server does not delete posts for us</source>
        <translation>le serveur ne supprime pas de messages pour nous</translation>
    </message>
    <message>
        <source>the account has more new posts than could be looked through</source>
        <translation>le compte a plus de nouveaux messages qu’il n’a été possible d’en parcourir</translation>
    </message>
    <message>
        <source>the server made it &quot;%1&quot; instead of &quot;%2&quot;</source>
        <translation>le serveur lui a donné la visibilité «&#xa0;%1&#xa0;» au lieu de «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>the server did not put it below the post that it answers</source>
        <translation>le serveur ne l’a pas placé sous le message auquel il répond</translation>
    </message>
    <message>
        <source>the server published it without its text</source>
        <translation>le serveur l’a publié sans son texte</translation>
    </message>
    <message>
        <source>nobody has agreed in the browser in time</source>
        <translation>personne n’a donné son accord à temps dans le navigateur</translation>
    </message>
    <message>
        <source>the sign-in was refused in the browser</source>
        <translation>la connexion a été refusée dans le navigateur</translation>
    </message>
    <message>
        <source>signed out: sign in again</source>
        <translation>déconnecté&#xa0;: reconnectez-vous</translation>
    </message>
    <message>
        <source>the server answers %1</source>
        <translation>le serveur répond %1</translation>
    </message>
    <message>
        <source>not the JSON that the network&apos;s description promises</source>
        <translation>pas le JSON que promet la description du réseau</translation>
    </message>
    <message>
        <source>the network does not know this name</source>
        <translation>le réseau ne connaît pas ce nom</translation>
    </message>
    <message>
        <source>the name and the account do not point at each other</source>
        <translation>le nom et le compte ne renvoient pas l’un à l’autre</translation>
    </message>
    <message>
        <source>name or app password is wrong</source>
        <translation>nom ou mot de passe d’application incorrect</translation>
    </message>
    <message>
        <source>this is the account&apos;s main password: make an app password</source>
        <translation>c’est le mot de passe principal du compte&#xa0;: créez un mot de passe d’application</translation>
    </message>
    <message>
        <source>the network has closed this account</source>
        <translation>le réseau a fermé ce compte</translation>
    </message>
    <message>
        <source>the network does not tell what lies further back</source>
        <translation>le réseau ne dit pas ce qui se trouve plus loin en arrière</translation>
    </message>
    <message>
        <source>the stream does not reach back so far</source>
        <translation>le flux ne remonte pas aussi loin</translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation>il n’y a pas de texte</translation>
    </message>
    <message>
        <source>the text is too long for this network</source>
        <translation>le texte est trop long pour ce réseau</translation>
    </message>
    <message>
        <source>what it answers is no post of this network</source>
        <translation>ce à quoi elle répond n’est pas une publication de ce réseau</translation>
    </message>
    <message>
        <source>the post it answers is gone</source>
        <translation>la publication à laquelle elle répond a disparu</translation>
    </message>
    <message>
        <source>its author does not let this account answer</source>
        <translation>son auteur ne laisse pas ce compte lui répondre</translation>
    </message>
    <message>
        <source>this person takes no messages from this account</source>
        <translation>cette personne n’accepte pas de messages privés de ce compte</translation>
    </message>
    <message>
        <source>there is nobody to write to</source>
        <translation>il n’y a personne à qui écrire</translation>
    </message>
    <message>
        <source>this app password may not send messages: make one that may</source>
        <translation>ce mot de passe d’application ne permet pas d’envoyer de messages privés&#xa0;: créez-en un qui le permet</translation>
    </message>
    <message>
        <source>what was prepared cannot be read</source>
        <translation>ce qui a été préparé est illisible</translation>
    </message>
    <message>
        <source>another post stands where this one should</source>
        <translation>une autre publication occupe la place de celle-ci</translation>
    </message>
    <message>
        <source>only posts of this account can be taken back</source>
        <translation>seules les publications de ce compte peuvent être retirées</translation>
    </message>
    <message>
        <source>the post is gone already</source>
        <translation>la publication a déjà disparu</translation>
    </message>
    <message>
        <source>HTTP status %1: %2</source>
        <translation>statut HTTP %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>the answer is not valid JSON</source>
        <translation>la réponse n’est pas du JSON valide</translation>
    </message>
    <message>
        <source>the answer is no JSON object</source>
        <translation>la réponse n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>the answer holds no list of posts</source>
        <translation>la réponse ne contient pas de liste de messages</translation>
    </message>
    <message>
        <source>the answer is an error</source>
        <translation>la réponse est une erreur</translation>
    </message>
    <message>
        <source>the account is gone</source>
        <translation>le compte n’existe plus</translation>
    </message>
    <message>
        <source>the budget of this day is spent: %1 of %2 US dollars</source>
        <translation>le budget du jour est épuisé&#xa0;: %1 sur %2 dollars américains</translation>
    </message>
    <message>
        <source>more posts than are read at once</source>
        <translation>plus de messages qu’on n’en lit à la fois</translation>
    </message>
    <message>
        <source>the search reaches back seven days</source>
        <translation>la recherche remonte à sept jours</translation>
    </message>
    <message>
        <source>the folder cannot be read</source>
        <translation>le dossier ne peut pas être lu</translation>
    </message>
    <message>
        <source>more than %1 files in the folder</source>
        <translation>plus de %1 fichiers dans le dossier</translation>
    </message>
    <message>
        <source>larger than %1 bytes: import it by hand</source>
        <translation>plus de %1 octets&#xa0;: importez-le à la main</translation>
    </message>
    <message>
        <source>cannot listen on port %1</source>
        <translation>impossible d’écouter sur le port %1</translation>
    </message>
    <message>
        <source>a webhook needs a secret</source>
        <translation>un webhook a besoin d’un secret</translation>
    </message>
    <message>
        <source>only who has mentioned or quoted the account may be answered by an app</source>
        <translation>une application ne peut répondre qu’à qui a mentionné ou cité le compte</translation>
    </message>
    <message>
        <source>private messages are not sent there</source>
        <translation>les messages privés n’y sont pas envoyés</translation>
    </message>
    <message>
        <source>only replies are sent there</source>
        <translation>seules des réponses y sont envoyées</translation>
    </message>
    <message>
        <source>the answer names no post</source>
        <translation>la réponse ne nomme aucun message</translation>
    </message>
    <message>
        <source>not among the newest, and there are more</source>
        <translation>pas parmi les plus récents, et il y en a d’autres</translation>
    </message>
    <message>
        <source>error %1 of the network: %2</source>
        <translation>erreur %1 du réseau&#xa0;: %2</translation>
    </message>
    <message>
        <source>error %1 of the network</source>
        <translation>erreur %1 du réseau</translation>
    </message>
    <message>
        <source>the server refuses the connection</source>
        <translation>le serveur refuse la connexion</translation>
    </message>
    <message>
        <source>the server closed the connection without an answer</source>
        <translation>le serveur a fermé la connexion sans répondre</translation>
    </message>
    <message>
        <source>no server of this name is found: the network is down, or the address is wrong</source>
        <translation>aucun serveur de ce nom n’est trouvé : le réseau est coupé ou l’adresse est fausse</translation>
    </message>
    <message>
        <source>no secure connection can be made with the server (certificate or TLS version)</source>
        <translation>aucune connexion sûre n’est possible avec le serveur (certificat ou version de TLS)</translation>
    </message>
    <message>
        <source>the network cannot be reached</source>
        <translation>le réseau est injoignable</translation>
    </message>
    <message>
        <source>somebody else renews this sign-in</source>
        <translation>un autre processus renouvelle cette connexion</translation>
    </message>
    <message>
        <source>the network refused the sign-in (%1): sign in again</source>
        <translation>le réseau a refusé la connexion (%1)&#xa0;: reconnectez-vous</translation>
    </message>
    <message>
        <source>the network does not know this client ID, or wants its secret</source>
        <translation>le réseau ne connaît pas cet identifiant client, ou exige son code secret</translation>
    </message>
    <message>
        <source>the network gave no right to stay signed in</source>
        <translation>le réseau n’a pas donné le droit de rester connecté</translation>
    </message>
    <message>
        <source>the sign-in lacks these rights: %1</source>
        <translation>il manque ces droits à la connexion&#xa0;: %1</translation>
    </message>
    <message>
        <source>the network does not take this token: it is wrong, or has run out</source>
        <translation>le réseau n’accepte pas ce jeton&#xa0;: il est erroné, ou il a expiré</translation>
    </message>
    <message>
        <source>this token lacks a right; it needs: %1</source>
        <translation>il manque un droit à ce jeton&#xa0;; il lui faut&#xa0;: %1</translation>
    </message>
    <message>
        <source>this is the token of an app, not of an account: tell the account&apos;s handle, too</source>
        <translation>ce jeton est celui d’une application, pas d’un compte&#xa0;: indiquez aussi l’identifiant du compte</translation>
    </message>
    <message>
        <source>the token of an app may read, but not publish: sign in as the account</source>
        <translation>le jeton d’une application peut lire, mais pas publier&#xa0;: connectez-vous avec le compte</translation>
    </message>
    <message>
        <source>this Google account has no YouTube channel</source>
        <translation>ce compte Google n’a pas de chaîne YouTube</translation>
    </message>
    <message>
        <source>this token is not that of a page</source>
        <translation>ce jeton n’est pas celui d’une page</translation>
    </message>
    <message>
        <source>this token gives no page: it needs pages_show_list and a page that it looks after</source>
        <translation>ce jeton ne donne accès à aucune page&#xa0;: il lui faut pages_show_list et une page qu’il gère</translation>
    </message>
    <message>
        <source>no Instagram professional account is linked to the page %1</source>
        <translation>aucun compte professionnel Instagram n’est lié à la page %1</translation>
    </message>
    <message>
        <source>say which page is meant: %1</source>
        <translation>précisez la page voulue&#xa0;: %1</translation>
    </message>
    <message>
        <source>the network gives no token of this page to this token</source>
        <translation>le réseau ne donne pas à ce jeton celui de la page</translation>
    </message>
    <message>
        <source>this is no token and no client ID: there are blanks or letters in it that none has</source>
        <translation>ce n’est ni un jeton ni un identifiant client&#xa0;: la saisie contient des espaces ou des caractères qui n’y figurent jamais</translation>
    </message>
    <message>
        <source>a refresh token needs the client ID of its app, too</source>
        <translation>un jeton de renouvellement exige aussi l’identifiant client de son application</translation>
    </message>
    <message>
        <source>a token is needed, made on the network&apos;s own page</source>
        <translation>il faut un jeton, créé sur la page du réseau</translation>
    </message>
    <message>
        <source>the client ID of your app is needed, or a token made on the network&apos;s own page</source>
        <translation>il faut l’identifiant client de votre application, ou un jeton créé sur la page du réseau</translation>
    </message>
</context>
<context>
    <name>ImportReject</name>
    <message>
        <source>the line is longer than 1 MB</source>
        <translation>la ligne dépasse 1&#xa0;Mo</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <translation>JSON mal formé</translation>
    </message>
    <message>
        <source>not valid UTF-8</source>
        <translation>UTF-8 mal formé</translation>
    </message>
    <message>
        <source>expected a JSON object</source>
        <translation>un objet JSON est attendu</translation>
    </message>
    <message>
        <source>something follows the JSON object</source>
        <translation>quelque chose suit l’objet JSON</translation>
    </message>
    <message>
        <source>the file holds no row</source>
        <translation>le fichier ne contient aucune ligne</translation>
    </message>
    <message>
        <source>more than 2000 fields</source>
        <translation>plus de 2&#x202f;000 champs</translation>
    </message>
    <message>
        <source>the record is longer than 2 million characters</source>
        <translation>l’enregistrement dépasse 2 millions de caractères</translation>
    </message>
    <message>
        <source>a quoted field is never closed</source>
        <translation>un champ entre guillemets n’est jamais refermé</translation>
    </message>
    <message>
        <source>%1 fields where the headers are %2; a quote may be missing</source>
        <translation>%1 champs pour %2 en-têtes&#x202f;; un guillemet manque peut-être</translation>
    </message>
    <message>
        <source>posted_at: &quot;%1&quot; can be day/month or month/day; say which with &quot;date_order&quot;: &quot;dmy&quot; or &quot;mdy&quot;</source>
        <translation>posted_at&#xa0;: «&#x202f;%1&#x202f;» peut se lire jour/mois ou mois/jour&#x202f;; préciser l’ordre de la date (date_order&#xa0;: dmy ou mdy)</translation>
    </message>
    <message>
        <source>posted_at: &quot;%1&quot; is no date that Vigie knows</source>
        <translation>posted_at&#xa0;: «&#x202f;%1&#x202f;» n’est pas une date que Vigie connaît</translation>
    </message>
    <message>
        <source>id: a spreadsheet has rounded it (%1); export the file again, ids as text</source>
        <translation>id&#xa0;: un tableur l’a arrondi (%1)&#x202f;; exporter à nouveau le fichier, identifiants en texte</translation>
    </message>
    <message>
        <source>the file has no column &quot;%1&quot; for &quot;%2&quot;</source>
        <translation>le fichier n’a pas de colonne «&#x202f;%1&#x202f;» pour «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>no column found for: %1; name it in a map file</source>
        <translation>aucune colonne trouvée pour&#xa0;: %1&#x202f;; la nommer dans un fichier de correspondance</translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation>%1&#xa0;: absent</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1&#xa0;: vide</translation>
    </message>
    <message>
        <source>%1: too long</source>
        <translation>%1&#xa0;: trop long</translation>
    </message>
    <message>
        <source>%1: a member is too long</source>
        <translation>%1&#xa0;: un membre est trop long</translation>
    </message>
    <message>
        <source>%1: expected a string</source>
        <translation>%1&#xa0;: un texte est attendu</translation>
    </message>
    <message>
        <source>%1: expected an object</source>
        <translation>%1&#xa0;: un objet est attendu</translation>
    </message>
    <message>
        <source>%1: expected true or false</source>
        <translation>%1&#xa0;: true ou false est attendu</translation>
    </message>
    <message>
        <source>%1: expected a whole number, not negative</source>
        <translation>%1&#xa0;: un nombre entier, non négatif, est attendu</translation>
    </message>
    <message>
        <source>%1: expected a short name of letters, digits, &apos;.&apos;, &apos;-&apos; or &apos;_&apos;</source>
        <translation>%1&#xa0;: un nom court est attendu (lettres, chiffres, «&#x202f;.&#x202f;», «&#x202f;-&#x202f;» ou «&#x202f;_&#x202f;»)</translation>
    </message>
    <message>
        <source>%1: expected a time like 2026-01-31T08:12:05Z</source>
        <translation>%1&#xa0;: une heure comme 2026-01-31T08:12:05Z est attendue</translation>
    </message>
</context>
<context>
    <name>NetworkSearch</name>
    <message>
        <source>This network cannot search for the beginning of a word.</source>
        <translation>Ce réseau ne sait pas chercher le début d’un mot.</translation>
    </message>
    <message>
        <source>This network cannot search for words near to each other; both are asked for.</source>
        <translation>Ce réseau ne sait pas chercher des mots proches l’un de l’autre&#x202f;; les deux sont demandés.</translation>
    </message>
    <message>
        <source>Fields of the query are looked at only in what the network brings.</source>
        <translation>Les champs de la requête ne sont examinés que dans ce que le réseau rapporte.</translation>
    </message>
    <message>
        <source>What must not be there is sorted out in what the network brings.</source>
        <translation>Ce qui ne doit pas y être est écarté de ce que le réseau rapporte.</translation>
    </message>
    <message>
        <source>The query is too long for this network; it is asked for less, and more comes than is needed.</source>
        <translation>La requête est trop longue pour ce réseau&#x202f;; il lui en est demandé moins, et il en vient plus que nécessaire.</translation>
    </message>
    <message>
        <source>Nothing of this query can be searched on this network: it needs a whole word.</source>
        <translation>Rien de cette requête ne peut être cherché sur ce réseau&#xa0;: il faut un mot entier.</translation>
    </message>
</context>
<context>
    <name>NetworkTexts</name>
    <message>
        <source>Untested live</source>
        <extracomment>A mark on networks that Vigie was built for from recorded answers, and has never spoken with itself.</extracomment>
        <translation>Non testé en conditions réelles</translation>
    </message>
    <message>
        <source>Vigie speaks with %1 as its published description says, and was tried with recorded answers only. Look on %1 itself whether what is read and sent is right.</source>
        <translation>Vigie dialogue avec %1 d’après sa description publiée et n’a été essayé qu’avec des réponses enregistrées. Vérifiez sur %1 que ce qui est lu et envoyé est juste.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Screen reader. A mark, and what it means.</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>On developer.x.com, make an app of the type “Native App” with the callback address %1; its client ID is asked for here.</source>
        <translation>Sur developer.x.com, créez une application de type «&#xa0;Native App&#xa0;» avec l’adresse de retour %1&#xa0;; c’est son identifiant client qui est demandé ici.</translation>
    </message>
    <message>
        <source>On developer.x.com, make a user access token of your app; the app&apos;s own bearer token only reads, and needs the handle.</source>
        <translation>Sur developer.x.com, créez un jeton d’accès utilisateur de votre application&#xa0;; le jeton porteur de l’application elle-même ne fait que lire, et demande l’identifiant du compte.</translation>
    </message>
    <message>
        <source>On reddit.com/prefs/apps, make an app of the type “installed app” with the redirect address %1; Reddit gives keys only to those whom it has approved.</source>
        <translation>Sur reddit.com/prefs/apps, créez une application de type «&#xa0;installed app&#xa0;» avec l’adresse de retour %1&#xa0;; Reddit ne donne de clés qu’à ceux qu’il a approuvés.</translation>
    </message>
    <message>
        <source>The tokens are those of your app on reddit.com/prefs/apps; an access token alone lasts an hour.</source>
        <translation>Les jetons sont ceux de votre application sur reddit.com/prefs/apps&#xa0;; un jeton d’accès seul dure une heure.</translation>
    </message>
    <message>
        <source>On console.cloud.google.com, switch on the YouTube Data API v3 and make an OAuth client of the type “Desktop app”; its ID and its secret are asked for here.</source>
        <translation>Sur console.cloud.google.com, activez YouTube Data API v3 et créez un client OAuth de type «&#xa0;Application de bureau&#xa0;»&#xa0;; son identifiant et son code secret sont demandés ici.</translation>
    </message>
    <message>
        <source>The tokens are those of your OAuth client on console.cloud.google.com; an access token alone lasts an hour.</source>
        <translation>Les jetons sont ceux de votre client OAuth sur console.cloud.google.com&#xa0;; un jeton d’accès seul dure une heure.</translation>
    </message>
    <message>
        <source>In your company&apos;s settings on business.facebook.com, under system users, make a token of your own app that does not run out; where it is for several pages, tell which one.</source>
        <translation>Dans les paramètres de votre entreprise sur business.facebook.com, sous «&#xa0;Utilisateurs système&#xa0;», créez pour votre propre application un jeton qui n’expire pas&#xa0;; s’il donne accès à plusieurs pages, précisez laquelle.</translation>
    </message>
</context>
<context>
    <name>PairTexts</name>
    <message>
        <source>Private message</source>
        <translation>Message privé</translation>
    </message>
    <message>
        <source>Public acknowledgement</source>
        <translation>Accusé de réception public</translation>
    </message>
    <message>
        <source>Both are out: the acknowledgement and the private message.</source>
        <translation>Les deux sont partis&#xa0;: l’accusé de réception et le message privé.</translation>
    </message>
    <message>
        <source>The acknowledgement is out; the private message follows.</source>
        <translation>L’accusé de réception est parti&#x202f;; le message privé suit.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the acknowledgement arrived. The private message waits until that is settled.</source>
        <translation>On ne sait pas encore si l’accusé de réception est arrivé. Le message privé attend que ce soit réglé.</translation>
    </message>
    <message>
        <source>Under way: first the acknowledgement, then the private message.</source>
        <translation>En cours&#xa0;: d’abord l’accusé de réception, puis le message privé.</translation>
    </message>
    <message>
        <source>The acknowledgement is out; the private message was refused: %1</source>
        <extracomment>%1 is why, such as &quot;the account takes no messages&quot;.</extracomment>
        <translation>L’accusé de réception est parti&#x202f;; le message privé a été refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>The acknowledgement is out; nobody knows whether the private message arrived: %1</source>
        <extracomment>%1 is why.</extracomment>
        <translation>L’accusé de réception est parti&#x202f;; on ne sait pas si le message privé est arrivé&#xa0;: %1</translation>
    </message>
    <message>
        <source>The acknowledgement is out; the private message was cancelled.</source>
        <translation>L’accusé de réception est parti&#x202f;; le message privé a été annulé.</translation>
    </message>
    <message>
        <source>The acknowledgement is out; the private message has not left.</source>
        <extracomment>%1 is why.</extracomment>
        <translation>L’accusé de réception est parti&#x202f;; le message privé n’est pas parti.</translation>
    </message>
    <message>
        <source>The acknowledgement is out; the private message has not left: %1</source>
        <translation>L’accusé de réception est parti&#x202f;; le message privé n’est pas parti&#xa0;: %1</translation>
    </message>
    <message>
        <source>The acknowledgement was refused, so the private message did not leave: %1</source>
        <extracomment>%1 is why, such as &quot;the post it answers is gone&quot;.</extracomment>
        <translation>L’accusé de réception a été refusé, le message privé n’est donc pas parti&#xa0;: %1</translation>
    </message>
    <message>
        <source>Sent back: %1</source>
        <extracomment>%1 is the note of the person who did not approve.</extracomment>
        <translation>Renvoyée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Both texts are approved. Neither has been sent.</source>
        <translation>Les deux textes sont validés. Aucun n’a été envoyé.</translation>
    </message>
    <message>
        <source>Both texts were written by %1 and wait for approval.</source>
        <extracomment>%1 is the person who wrote the texts.</extracomment>
        <translation>Les deux textes, rédigés par %1, attendent d’être validés.</translation>
    </message>
    <message>
        <source>Refused by the network</source>
        <extracomment>State of a public acknowledgement, or of a private message.</extracomment>
        <translation>Refusé par le réseau</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>State of a public acknowledgement, or of a private message.</extracomment>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Approved</source>
        <extracomment>State of a public acknowledgement, or of a private message.</extracomment>
        <translation>Validé</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>State of a public acknowledgement, or of a private message.</extracomment>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Private, 2 of 2</source>
        <extracomment>On the card of a private message that follows a public acknowledgement: the second of two halves.</extracomment>
        <translation>Privé, 2 sur 2</translation>
    </message>
    <message>
        <source>Public, 1 of 2</source>
        <extracomment>On the card of a public acknowledgement that a private message follows: the first of two halves.</extracomment>
        <translation>Public, 1 sur 2</translation>
    </message>
</context>
<context>
    <name>PlaybookFinding</name>
    <message>
        <source>must be between %1 and %2</source>
        <translation>doit être compris entre %1 et %2</translation>
    </message>
    <message>
        <source>“%1” is not known here and is ignored</source>
        <translation>«&#x202f;%1&#x202f;» est inconnu ici et n’est pas pris en compte</translation>
    </message>
    <message>
        <source>must be a string</source>
        <translation>doit être un texte</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>«&#x202f;%1&#x202f;» manque</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>doit être un nombre entier</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>doit être true ou false</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>doit être un objet</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>doit être une liste</translation>
    </message>
    <message>
        <source>must be brand, mention.author, incident.next_update or ask</source>
        <translation>doit être brand, mention.author, incident.next_update ou ask</translation>
    </message>
    <message>
        <source>must be opened or stood_down</source>
        <translation>doit être opened ou stood_down</translation>
    </message>
    <message>
        <source>must be fr or en</source>
        <translation>doit être fr ou en</translation>
    </message>
    <message>
        <source>does not list exactly the variables that the texts use</source>
        <translation>n’énumère pas exactement les variables qu’emploient les textes</translation>
    </message>
    <message>
        <source>must be “vigie-playbook”</source>
        <translation>doit être «&#x202f;vigie-playbook&#x202f;»</translation>
    </message>
    <message>
        <source>the French text is missing</source>
        <translation>le texte français manque</translation>
    </message>
    <message>
        <source>the English text is missing</source>
        <translation>le texte anglais manque</translation>
    </message>
    <message>
        <source>the text is missing</source>
        <translation>le texte manque</translation>
    </message>
    <message>
        <source>the French text is longer than %1 characters</source>
        <translation>le texte français dépasse %1 caractères</translation>
    </message>
    <message>
        <source>the English text is longer than %1 characters</source>
        <translation>le texte anglais dépasse %1 caractères</translation>
    </message>
    <message>
        <source>the text is longer than %1 characters</source>
        <translation>le texte dépasse %1 caractères</translation>
    </message>
    <message>
        <source>“%1” is none of %2</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas l’une de ces valeurs&#xa0;: %2</translation>
    </message>
    <message>
        <source>“%1” is not a key: lower case letters, digits and “%2”, a letter first</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas une clé&#xa0;: des minuscules, des chiffres et «&#x202f;%2&#x202f;», une lettre en tête</translation>
    </message>
    <message>
        <source>“%1” is there already</source>
        <translation>«&#x202f;%1&#x202f;» existe déjà</translation>
    </message>
    <message>
        <source>there is no role “%1”</source>
        <translation>il n’y a pas de rôle «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>there is no message “%1”</source>
        <translation>il n’y a pas de message «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>at least one phase is needed</source>
        <translation>il faut au moins une phase</translation>
    </message>
    <message>
        <source>the last phase must have null here</source>
        <translation>la dernière phase doit avoir null ici</translation>
    </message>
    <message>
        <source>only the last phase may have null here</source>
        <translation>seule la dernière phase peut avoir null ici</translation>
    </message>
    <message>
        <source>must be later than the phase before</source>
        <translation>doit venir après la phase précédente</translation>
    </message>
    <message>
        <source>a role cannot stand in for itself</source>
        <translation>un rôle ne peut pas se suppléer lui-même</translation>
    </message>
    <message>
        <source>level %1 is there already</source>
        <translation>le niveau %1 existe déjà</translation>
    </message>
    <message>
        <source>level %1 is missing</source>
        <translation>le niveau %1 manque</translation>
    </message>
    <message>
        <source>a step that requires a proof must say which</source>
        <translation>une étape qui demande une preuve doit dire laquelle</translation>
    </message>
    <message>
        <source>only a step that requires a proof may name one</source>
        <translation>seule une étape qui demande une preuve peut en nommer une</translation>
    </message>
    <message>
        <source>the owner of a message cannot approve it</source>
        <translation>le responsable d’un message ne peut pas le valider</translation>
    </message>
    <message>
        <source>must not be less than review_due_days</source>
        <translation>ne doit pas être inférieur à review_due_days</translation>
    </message>
    <message>
        <source>there is a text for this language and network already</source>
        <translation>il y a déjà un texte pour cette langue et ce réseau</translation>
    </message>
    <message>
        <source>“%1” is not the name of a network</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas le nom d’un réseau</translation>
    </message>
    <message>
        <source>a French text is missing</source>
        <translation>il manque un texte français</translation>
    </message>
    <message>
        <source>an English text is missing</source>
        <translation>il manque un texte anglais</translation>
    </message>
    <message>
        <source>both languages must have texts for the same networks</source>
        <translation>les deux langues doivent avoir des textes pour les mêmes réseaux</translation>
    </message>
    <message>
        <source>“{{%1” is not a variable</source>
        <translation>«&#x202f;{{%1&#x202f;» n’est pas une variable</translation>
    </message>
    <message>
        <source>the variable “%1” is not declared</source>
        <translation>la variable «&#x202f;%1&#x202f;» n’est pas déclarée</translation>
    </message>
    <message>
        <source>the variable should be written {{%1}}</source>
        <translation>la variable devrait s’écrire {{%1}}</translation>
    </message>
    <message>
        <source>more than %1 values in one file</source>
        <translation>plus de %1 valeurs dans un fichier</translation>
    </message>
    <message>
        <source>nested more than %1 deep</source>
        <translation>plus de %1 niveaux d’imbrication</translation>
    </message>
    <message>
        <source>“%1” is given twice</source>
        <translation>«&#x202f;%1&#x202f;» est donné deux fois</translation>
    </message>
    <message>
        <source>more than %1 entries in one list</source>
        <translation>plus de %1 entrées dans une liste</translation>
    </message>
    <message>
        <source>the file is larger than 2 MB</source>
        <translation>le fichier dépasse 2 Mo</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>ce n’est pas du JSON&#xa0;: %1</translation>
    </message>
    <message>
        <source>must be one JSON object</source>
        <translation>doit être un seul objet JSON</translation>
    </message>
</context>
<context>
    <name>PlaybookRows</name>
    <message>
        <source>No plan yet. Import one, or restart Vigie to get those that come with it.</source>
        <translation>Aucun plan d’action pour l’instant. Importez-en un, ou redémarrez Vigie pour retrouver ceux qui l’accompagnent.</translation>
    </message>
    <message>
        <source>v%1</source>
        <extracomment>The version of a plan</extracomment>
        <translation>v%1</translation>
    </message>
    <message>
        <source>never reviewed</source>
        <translation>jamais relu</translation>
    </message>
    <message>
        <source>reviewed %1</source>
        <comment>%1 is a short date</comment>
        <translation>relu le %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Severity levels</source>
        <translation>Niveaux de gravité</translation>
    </message>
    <message>
        <source>speaks every %1</source>
        <comment>%1 is a duration</comment>
        <translation>prises de parole à %1 d’intervalle</translation>
    </message>
    <message>
        <source>calls in %1</source>
        <comment>%1 is a list of roles</comment>
        <translation>mobilise&#xa0;: %1</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <comment>%1 is a list of roles</comment>
        <translation>validation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cadence: how often the crisis speaks</source>
        <translation>Cadence&#xa0;: rythme des prises de parole</translation>
    </message>
    <message>
        <source>every %1 until %2</source>
        <comment>durations</comment>
        <translation>à %1 d’intervalle jusqu’à %2</translation>
    </message>
    <message>
        <source>then every %1</source>
        <comment>a duration</comment>
        <translation>puis à %1 d’intervalle</translation>
    </message>
    <message>
        <source>First statement by %1, its scope by %2</source>
        <comment>times after opening</comment>
        <translation>Première prise de parole à %1 au plus tard, périmètre à %2</translation>
    </message>
    <message>
        <source>asks for a proof</source>
        <translation>preuve demandée</translation>
    </message>
    <message>
        <source>asks for a proof: %1</source>
        <translation>preuve demandée&#xa0;: %1</translation>
    </message>
    <message>
        <source>uses “%1”</source>
        <comment>the title of a message</comment>
        <translation>utilise «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Steps: %1</source>
        <extracomment>A section of a plan; %1 is a phase</extracomment>
        <translation>Étapes&#xa0;: %1</translation>
    </message>
    <message>
        <source>Add a step to “%1”</source>
        <translation>Ajouter une étape à «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>No step in this phase.</source>
        <translation>Aucune étape dans cette phase.</translation>
    </message>
    <message>
        <source>Who must be told</source>
        <translation>Qui informer</translation>
    </message>
    <message>
        <source>told by %1</source>
        <comment>%1 is a role</comment>
        <translation>à informer par&#xa0;: %1</translation>
    </message>
    <message>
        <source>Before standing down</source>
        <translation>Avant de lever la cellule</translation>
    </message>
    <message>
        <source>Deputy: %1</source>
        <translation>Suppléance&#xa0;: %1</translation>
    </message>
    <message>
        <source>Several people</source>
        <translation>Plusieurs personnes</translation>
    </message>
    <message>
        <source>The languages have drifted apart</source>
        <translation>Les versions française et anglaise ne concordent plus</translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n rôle</numerusform>
            <numerusform>%n rôles</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>Ajouter un rôle</translation>
    </message>
</context>
<context>
    <name>PlaybookWords</name>
    <message>
        <source>Product safety</source>
        <translation>Sécurité d’un produit</translation>
    </message>
    <message>
        <source>Service outage</source>
        <translation>Panne de service</translation>
    </message>
    <message>
        <source>Data leak</source>
        <translation>Fuite de données</translation>
    </message>
    <message>
        <source>Conduct of an employee</source>
        <translation>Comportement d’un·e salarié·e</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>Discrimination</translation>
    </message>
    <message>
        <source>Rumour</source>
        <translation>Rumeur</translation>
    </message>
    <message>
        <source>Hacked account</source>
        <translation>Compte piraté</translation>
    </message>
    <message>
        <source>Accident</source>
        <translation>Accident</translation>
    </message>
    <message>
        <source>Social conflict</source>
        <translation>Conflit social</translation>
    </message>
    <message>
        <source>Bad joke</source>
        <translation>Humour déplacé</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Detect</source>
        <comment>a phase of a plan</comment>
        <translation>Détecter</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <comment>a phase of a plan</comment>
        <translation>Accuser réception</translation>
    </message>
    <message>
        <source>Respond</source>
        <comment>a phase of a plan</comment>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Resolve</source>
        <comment>a phase of a plan</comment>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>Learn</source>
        <comment>a phase of a plan</comment>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>Holding statement</source>
        <translation>Message d’attente</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Point d’étape</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Rectificatif</translation>
    </message>
    <message>
        <source>Apology</source>
        <translation>Excuses</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Clôture</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>The public</source>
        <translation>Le public</translation>
    </message>
    <message>
        <source>People affected</source>
        <translation>Personnes touchées</translation>
    </message>
    <message>
        <source>A customer</source>
        <translation>Client·e</translation>
    </message>
    <message>
        <source>The press</source>
        <translation>La presse</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Le personnel</translation>
    </message>
    <message>
        <source>Any network</source>
        <translation>Tous les réseaux</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Message privé</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>T+0</source>
        <extracomment>When a step is due: %1 after the crisis was opened. T is the time of opening.</extracomment>
        <translation>T+0</translation>
    </message>
    <message>
        <source>T+%1</source>
        <translation>T+%1</translation>
    </message>
    <message>
        <source>End+%1</source>
        <extracomment>When a step is due: %1 after the team stood down</extracomment>
        <translation>Fin+%1</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Personne pour l’instant</translation>
    </message>
    <message>
        <source>from severity %1</source>
        <translation>à partir de la gravité %1</translation>
    </message>
    <message>
        <source>only on %1</source>
        <extracomment>A step that counts only when the crisis is on these networks</extracomment>
        <translation>seulement sur %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>En attente de validation</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expiré</translation>
    </message>
    <message>
        <source>To be reread</source>
        <translation>À relire</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Validé</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Aucun texte</translation>
    </message>
    <message>
        <source>Title, kind or summary</source>
        <translation>Titre, type ou résumé</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>Cadence</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Somebody to tell</source>
        <translation>Personne à informer</translation>
    </message>
    <message>
        <source>Item for standing down</source>
        <translation>Point à vérifier avant la levée</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <comment>a part of a plan</comment>
        <translation>%1&#xa0;: modification</translation>
    </message>
    <message>
        <source>%1 added: %2</source>
        <comment>a part of a plan, its title</comment>
        <translation>%1, ajout&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 removed: %2</source>
        <comment>a part of a plan, its title</comment>
        <translation>%1, suppression&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 changed: %2</source>
        <comment>a part of a plan, its title</comment>
        <translation>%1, modification&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>PrintedPlan</name>
    <message>
        <source>Version %1</source>
        <extracomment>Below the title of a printed plan.</extracomment>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>reviewed on %1</source>
        <extracomment>Of a plan. %1 is a date.</extracomment>
        <translation>revu le %1</translation>
    </message>
    <message>
        <source>never reviewed</source>
        <translation>jamais revu</translation>
    </message>
    <message>
        <source>End</source>
        <extracomment>When a step is due: at once when the crisis opens, or when it is over.</extracomment>
        <translation>Fin</translation>
    </message>
    <message>
        <source>End+%1</source>
        <extracomment>When a step is due. %1 is a length of time after the end of the crisis.</extracomment>
        <translation>Fin+%1</translation>
    </message>
    <message>
        <source>deputy: %1</source>
        <extracomment>%1 is a name and a telephone number.</extracomment>
        <translation>suppléance : %1</translation>
    </message>
    <message>
        <source>from severity %1</source>
        <extracomment>A step that counts only then. %1 is 1 to 4.</extracomment>
        <translation>dès la gravité %1</translation>
    </message>
    <message>
        <source>if it is on %1</source>
        <extracomment>A step that counts only then. %1 lists networks.</extracomment>
        <translation>si cela circule sur %1</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Who, and how to reach them</source>
        <translation>Qui, et comment les joindre</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>People in roles</source>
        <translation>Les personnes et leurs rôles</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>Fait à</translation>
    </message>
    <message>
        <source>Proof: %1</source>
        <extracomment>What must be given before a step counts as done.</extracomment>
        <translation>Preuve : %1</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <extracomment>%1 is the title of a message.</extracomment>
        <translation>Message : %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Severity levels</source>
        <translation>Niveaux de gravité</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>Qui informer</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Par qui</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Who must be told</source>
        <translation>Qui doit être informé</translation>
    </message>
    <message>
        <source>Approved messages</source>
        <translation>Messages validés</translation>
    </message>
    <message>
        <source>Not printed: these texts are not approved, or out of date</source>
        <translation>Non imprimés : ces textes ne sont pas validés ou ne sont plus à jour</translation>
    </message>
    <message>
        <source>Before the crisis is closed</source>
        <translation>Avant de clore la crise</translation>
    </message>
    <message>
        <source>Crisis plan</source>
        <translation>Plan de crise</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidentiel</translation>
    </message>
    <message>
        <source>Printed on %1</source>
        <extracomment>%1 is a date and time.</extracomment>
        <translation>Imprimé le %1</translation>
    </message>
    <message>
        <source>Page %1 / %2</source>
        <extracomment>%1 is the page, %2 the number of pages.</extracomment>
        <translation>Page %1 / %2</translation>
    </message>
    <message>
        <source>in private</source>
        <extracomment>A message that is said in private, on any network.</extracomment>
        <translation>en privé</translation>
    </message>
</context>
<context>
    <name>PromiseRows</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>A promise. %1 is who made it, %2 to whom.</extracomment>
        <translation>%1, envers %2</translation>
    </message>
    <message>
        <source>late: %1</source>
        <translation>en retard&#xa0;: %1</translation>
    </message>
    <message>
        <source>kept</source>
        <extracomment>State of a promise.</extracomment>
        <translation>tenu</translation>
    </message>
    <message>
        <source>broken</source>
        <extracomment>State of a promise.</extracomment>
        <translation>non tenu</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>Screen reader: a promise. What, who and to whom, by when or its state.</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>When a promise is due. %1 is a short date, %2 a time.</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>Published on %1</source>
        <extracomment>Running log. %1 is a network.</extracomment>
        <translation>Publié sur %1</translation>
    </message>
    <message>
        <source>Answered in the exercise, nothing was sent: %1, %2</source>
        <extracomment>Running log. %1 is who was answered, %2 a network.</extracomment>
        <translation>Réponse donnée dans l’exercice, rien n’a été envoyé&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Private message sent to %1 on %2</source>
        <translation>Message privé envoyé à %1 sur %2</translation>
    </message>
    <message>
        <source>Public reply sent to %1 on %2</source>
        <translation>Réponse publique envoyée à %1 sur %2</translation>
    </message>
    <message>
        <source>Half done: the public reply to %1 on %2 is out, the private message is not (%3)</source>
        <extracomment>Running log. %1 is who was answered, %2 a network, %3 why, beginning in lower case.</extracomment>
        <translation>À moitié fait&#xa0;: la réponse publique à %1 sur %2 est partie, pas le message privé (%3)</translation>
    </message>
    <message>
        <source>nobody has sent it yet</source>
        <extracomment>Running log, why a private message is not out: nobody has sent it, as far as one knows.</extracomment>
        <translation>personne ne l’a encore envoyé</translation>
    </message>
</context>
<context>
    <name>ReplyCheck</name>
    <message>
        <source>The variable “%1” is not filled in.</source>
        <translation>La variable «&#x202f;%1&#x202f;» n’est pas renseignée.</translation>
    </message>
    <message>
        <source>Double braces that name no variable.</source>
        <translation>Doubles accolades qui ne désignent aucune variable.</translation>
    </message>
    <message numerus="yes">
        <source>Too long for this network by %n character(s).</source>
        <extracomment>%n is how many characters must go, as that network counts them.</extracomment>
        <translation>
            <numerusform>Trop long de %n caractère pour ce réseau.</numerusform>
            <numerusform>Trop long de %n caractères pour ce réseau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long for this network by %n byte(s).</source>
        <translation>
            <numerusform>Trop long de %n octet pour ce réseau.</numerusform>
            <numerusform>Trop long de %n octets pour ce réseau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same text went to %n other people within the hour.</source>
        <extracomment>%n is a number of people.</extracomment>
        <translation>
            <numerusform>Le même texte est parti à %n autre personne en une heure.</numerusform>
            <numerusform>Le même texte est parti à %n autres personnes en une heure.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyState</name>
    <message>
        <source>publication was suspended before it left</source>
        <translation>les publications ont été suspendues avant son départ</translation>
    </message>
    <message>
        <source>it has waited for over an hour: somebody confirms that it may still leave</source>
        <translation>en attente depuis plus d’une heure&#xa0;: quelqu’un confirme qu’elle peut encore partir</translation>
    </message>
    <message>
        <source>its public half was not sent</source>
        <translation>sa moitié publique n’a pas été envoyée</translation>
    </message>
    <message>
        <source>waiting until the account is signed in</source>
        <translation>en attente de la connexion du compte</translation>
    </message>
    <message>
        <source>it may have arrived: the network is being searched for it</source>
        <translation>peut-être arrivée&#xa0;: recherche en cours sur le réseau</translation>
    </message>
    <message>
        <source>the network does not show it: somebody looks and says what happened</source>
        <translation>introuvable sur le réseau&#xa0;: quelqu’un vérifie et dit ce qui s’est passé</translation>
    </message>
    <message>
        <source>it may have arrived: somebody looks and says what happened</source>
        <translation>peut-être arrivée&#xa0;: quelqu’un vérifie et dit ce qui s’est passé</translation>
    </message>
    <message>
        <source>the network answered with the post of another reply</source>
        <translation>le réseau a répondu avec la publication d’une autre réponse</translation>
    </message>
    <message>
        <source>Vigie ended before anybody said what happened.</source>
        <translation>Vigie s’est fermée avant que l’issue ne soit indiquée.</translation>
    </message>
    <message>
        <source>Given in an exercise: nothing has left.</source>
        <translation>Donnée pendant un exercice&#xa0;: rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <extracomment>Why a reply has not left yet. %1 is a reason, such as &quot;no complete answer in time&quot;.</extracomment>
        <translation>en attente&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ReplyTexts</name>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>En attente de validation</translation>
    </message>
    <message>
        <source>Approved</source>
        <extracomment>State of a reply.</extracomment>
        <translation>Validée</translation>
    </message>
    <message>
        <source>Being sent</source>
        <extracomment>State of a reply: a person or an account is sending it right now.</extracomment>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>State of a reply.</extracomment>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Refused by the network</source>
        <extracomment>State of a reply: the network refused it.</extracomment>
        <translation>Refusée par le réseau</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <extracomment>State of a reply: nobody knows whether it left.</extracomment>
        <translation>Issue inconnue</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>State of a reply.</extracomment>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Answered (exercise)</source>
        <extracomment>State of a reply that was given in a drill, and went nowhere.
----------
Button in a drill: nothing is sent.</extracomment>
        <translation>Réponse fictive (exercice)</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>To correct</source>
        <extracomment>Before a finding of the reply check: the reply cannot leave like this.</extracomment>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>To consider</source>
        <extracomment>Before a finding of the reply check.</extracomment>
        <translation>À considérer</translation>
    </message>
    <message>
        <source>Hint</source>
        <extracomment>Before a finding of the reply check.</extracomment>
        <translation>Conseil</translation>
    </message>
    <message>
        <source>acknowledges</source>
        <extracomment>A part found in a reply: it shows that the person was heard.</extracomment>
        <translation>écoute</translation>
    </message>
    <message>
        <source>empathy</source>
        <translation>empathie</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>remerciements</translation>
    </message>
    <message>
        <source>apology</source>
        <translation>excuses</translation>
    </message>
    <message>
        <source>regret</source>
        <translation>regrets</translation>
    </message>
    <message>
        <source>explanation</source>
        <translation>explication</translation>
    </message>
    <message>
        <source>responsibility</source>
        <translation>responsabilité</translation>
    </message>
    <message>
        <source>repentance</source>
        <extracomment>A part of an apology: it will not happen again.</extracomment>
        <translation>engagement à changer</translation>
    </message>
    <message>
        <source>repair</source>
        <extracomment>A part of an apology: refund, replacement.</extracomment>
        <translation>réparation</translation>
    </message>
    <message>
        <source>action</source>
        <extracomment>A part found in a reply: what is being done.</extracomment>
        <translation>action en cours</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>suite prévue</translation>
    </message>
    <message>
        <source>invites to private</source>
        <extracomment>A part found in a reply: it invites to continue in private.</extracomment>
        <translation>passage en privé</translation>
    </message>
    <message>
        <source>link</source>
        <translation>lien</translation>
    </message>
    <message>
        <source>person to reach</source>
        <extracomment>A part found in a reply: a name or a number to call.</extracomment>
        <translation>contact</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>non envoyé</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>issue inconnue</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>Holding statement</source>
        <translation>Message d’attente</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Point d’étape</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Rectificatif</translation>
    </message>
    <message>
        <source>Apology</source>
        <translation>Excuses</translation>
    </message>
    <message>
        <source>Closing</source>
        <extracomment>Phase of a pre-approved message: the crisis ends.</extracomment>
        <translation>Clôture</translation>
    </message>
    <message>
        <source>Reply</source>
        <extracomment>Phase of a pre-approved message: an answer to one person.</extracomment>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>People affected</source>
        <translation>Personnes touchées</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Presse</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>A customer</source>
        <translation>Client·e</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Request approval</source>
        <translation>Demander la validation</translation>
    </message>
    <message>
        <source>Take back</source>
        <extracomment>Button: takes a request for approval back.</extracomment>
        <translation>Retirer la demande</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Send back…</source>
        <extracomment>Button: sends a reply back to its writer, with a note.</extracomment>
        <translation>Renvoyer…</translation>
    </message>
    <message>
        <source>Cancel this reply</source>
        <translation>Annuler cette réponse</translation>
    </message>
    <message>
        <source>Open again as a draft</source>
        <translation>Rouvrir en brouillon</translation>
    </message>
    <message>
        <source>Write a text, or insert a message.</source>
        <translation>Rédigez un texte ou insérez un message.</translation>
    </message>
    <message>
        <source>What is marked “To correct” keeps this reply here.</source>
        <translation>Les points «&#x202f;À corriger&#x202f;» retiennent cette réponse.</translation>
    </message>
    <message>
        <source>You wrote this text: somebody else approves it, under their own name. The name and this rule are in Settings, Desk.</source>
        <translation>Vous avez rédigé ce texte&#xa0;: une autre personne le valide, sous son propre nom. Le nom et cette règle se changent dans Réglages, Espace de travail.</translation>
    </message>
    <message>
        <source>Publication is suspended.</source>
        <translation>Les publications sont suspendues.</translation>
    </message>
    <message>
        <source>Vigie ended before anybody said what happened.</source>
        <translation>Vigie s’est fermée avant que l’issue ne soit indiquée.</translation>
    </message>
    <message>
        <source>Given in an exercise: nothing has left.</source>
        <translation>Donnée pendant un exercice&#xa0;: rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>A post of our own</source>
        <extracomment>In the place of a recipient, for a post of one&apos;s own.</extracomment>
        <translation>Publication de la marque</translation>
    </message>
    <message>
        <source>On its way</source>
        <extracomment>State of a reply: it leaves by itself in some seconds, or as soon as the network is there.</extracomment>
        <translation>En route</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>Button: an account of the desk sends it, after a short hold; without one it is sent by hand.</extracomment>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Take back before it leaves</source>
        <extracomment>Button: takes back a reply that is on its way and has not left.</extracomment>
        <translation>Reprendre avant son départ</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <extracomment>Button: the text is prepared, and a person sends it on the network&apos;s own page.</extracomment>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Both halves leave together, and the other one is not ready.</source>
        <translation>Les deux parties partent ensemble et l’autre n’est pas prête.</translation>
    </message>
    <message>
        <source>It leaves once its public acknowledgement is out.</source>
        <translation>Il partira une fois l’accusé de réception public publié.</translation>
    </message>
</context>
<context>
    <name>ReplyTone</name>
    <message>
        <source>Acknowledges</source>
        <translation>Marque l’écoute</translation>
    </message>
    <message>
        <source>Shows empathy</source>
        <translation>Fait preuve d’empathie</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Remercie</translation>
    </message>
    <message>
        <source>Apologises</source>
        <translation>Présente des excuses</translation>
    </message>
    <message>
        <source>Regrets</source>
        <translation>Exprime des regrets</translation>
    </message>
    <message>
        <source>Explains</source>
        <translation>Explique</translation>
    </message>
    <message>
        <source>Takes responsibility</source>
        <translation>Assume la responsabilité</translation>
    </message>
    <message>
        <source>Says what will change</source>
        <translation>Dit ce qui va changer</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Propose une réparation</translation>
    </message>
    <message>
        <source>Says what is being done</source>
        <translation>Dit ce qui est fait</translation>
    </message>
    <message>
        <source>Says what comes next</source>
        <translation>Annonce la suite</translation>
    </message>
    <message>
        <source>Invites to a private talk</source>
        <translation>Invite à passer en privé</translation>
    </message>
    <message>
        <source>Gives a link</source>
        <translation>Donne un lien</translation>
    </message>
    <message>
        <source>Names a person to talk to</source>
        <translation>Indique un contact</translation>
    </message>
    <message>
        <source>This sounds defensive. Say what you will do instead of who is right.</source>
        <translation>Ce passage paraît défensif. Dites ce que vous allez faire plutôt que qui a raison.</translation>
    </message>
    <message>
        <source>This puts the blame on somebody. Speak of what you can change yourselves.</source>
        <translation>Ce passage rejette la faute sur autrui. Parlez de ce que vous pouvez changer vous-mêmes.</translation>
    </message>
    <message>
        <source>Nobody can promise this. Say what you will do, and by when.</source>
        <translation>Personne ne peut promettre cela. Dites ce que vous ferez, et dans quel délai.</translation>
    </message>
    <message>
        <source>This sounds like a guess. Say what is confirmed, or that you are checking.</source>
        <translation>Ce passage ressemble à une supposition. Dites ce qui est confirmé, ou que vous vérifiez.</translation>
    </message>
    <message>
        <source>Nothing here acknowledges what the person says, thanks or apologises. Begin with them, not with yourselves.</source>
        <translation>Rien ici ne marque l’écoute, ne remercie ni ne présente d’excuses. Commencez par la personne, pas par vous.</translation>
    </message>
    <message>
        <source>This does not read as French, the language of the exchange.</source>
        <translation>Ce texte ne semble pas rédigé en français, la langue de l’échange.</translation>
    </message>
    <message>
        <source>This does not read as English, the language of the exchange.</source>
        <translation>Ce texte ne semble pas rédigé en anglais, la langue de l’échange.</translation>
    </message>
    <message>
        <source>An e-mail address must not stand in a public reply.</source>
        <translation>Une adresse e-mail ne doit pas figurer dans une réponse publique.</translation>
    </message>
    <message>
        <source>A telephone number must not stand in a public reply.</source>
        <translation>Un numéro de téléphone ne doit pas figurer dans une réponse publique.</translation>
    </message>
    <message>
        <source>A bank account must not stand in a public reply.</source>
        <translation>Des coordonnées bancaires ne doivent pas figurer dans une réponse publique.</translation>
    </message>
    <message>
        <source>The number of a payment card must not stand in a public reply.</source>
        <translation>Un numéro de carte de paiement ne doit pas figurer dans une réponse publique.</translation>
    </message>
    <message>
        <source>An order or file number must not stand in a public reply.</source>
        <translation>Un numéro de commande ou de dossier ne doit pas figurer dans une réponse publique.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Crisis post-mortem</source>
        <translation>Retour d’expérience de crise</translation>
    </message>
    <message>
        <source>DRILL</source>
        <extracomment>In capitals, on every page of the report of an exercise.</extracomment>
        <translation>EXERCICE</translation>
    </message>
    <message>
        <source>This crisis was played as an exercise. No post is real, and nothing was sent to anybody.</source>
        <translation>Cette crise a été jouée dans le cadre d’un exercice. Aucune publication n’est réelle et rien n’a été envoyé à quiconque.</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidentiel</translation>
    </message>
    <message>
        <source>Generated on %1</source>
        <extracomment>%1 is a date and time.</extracomment>
        <translation>Généré le %1</translation>
    </message>
    <message>
        <source>Page %1 / %2</source>
        <extracomment>%1 is the page, %2 the number of pages.</extracomment>
        <translation>Page %1 / %2</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnue</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Négatives</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Time until somebody took charge</source>
        <translation>Délai de prise en charge</translation>
    </message>
    <message>
        <source>Median time to a reply</source>
        <translation>Délai médian de réponse</translation>
    </message>
    <message>
        <source>Busiest hour</source>
        <translation>Heure la plus chargée</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1 (début&#xa0;: %2)</translation>
    </message>
    <message>
        <source>Usual per hour, before</source>
        <translation>Niveau habituel par heure, avant la crise</translation>
    </message>
    <message>
        <source>no history</source>
        <translation>aucun historique</translation>
    </message>
    <message>
        <source>Different authors</source>
        <translation>Auteurs distincts</translation>
    </message>
    <message>
        <source>Near-copies</source>
        <translation>Quasi-copies</translation>
    </message>
    <message>
        <source>Public replies</source>
        <translation>Réponses publiques</translation>
    </message>
    <message>
        <source>Private messages</source>
        <translation>Messages privés</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Tâches faites</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Tasks late</source>
        <translation>Tâches en retard</translation>
    </message>
    <message>
        <source>Updates posted, of those due</source>
        <translation>Points d’étape publiés, sur ceux prévus</translation>
    </message>
    <message>
        <source>Longest time without an update</source>
        <translation>Plus longue durée sans point d’étape</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Most active authors</source>
        <translation>Auteurs les plus actifs</translation>
    </message>
    <message>
        <source>When sources could not be read</source>
        <translation>Périodes de sources indisponibles</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <extracomment>A time during which a source, %1, could not be read.</extracomment>
        <translation>%1&#xa0;: %2 – %3</translation>
    </message>
    <message>
        <source>Severity %1 of 4</source>
        <extracomment>Below the title. %1 is 1 to 4, 4 is the gravest.</extracomment>
        <translation>Gravité %1 sur 4</translation>
    </message>
    <message>
        <source>since %1, not over yet</source>
        <translation>depuis le %1, toujours en cours</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <extracomment>A period: both are a date and a time.</extracomment>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <extracomment>A period within one day: %1 is the date, %2 and %3 are times.</extracomment>
        <translation>%1, de %2 à %3</translation>
    </message>
    <message>
        <source>times in %1</source>
        <extracomment>%1 is the name of a time zone.</extracomment>
        <translation>fuseau horaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>target %1: met</source>
        <extracomment>%1 is a length of time that was to be kept.</extracomment>
        <translation>cible %1&#xa0;: atteinte</translation>
    </message>
    <message>
        <source>target %1: missed</source>
        <translation>cible %1&#xa0;: manquée</translation>
    </message>
    <message>
        <source>up to %1 an hour</source>
        <translation>jusqu’à %1 par heure</translation>
    </message>
    <message>
        <source>Negative share</source>
        <translation>Part de négatives</translation>
    </message>
    <message>
        <source>Time to detect</source>
        <translation>Délai de détection</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>depuis le début</translation>
    </message>
    <message>
        <source>Time to first statement</source>
        <translation>Délai de première prise de parole</translation>
    </message>
    <message>
        <source>Time to first reply</source>
        <translation>Délai de première réponse</translation>
    </message>
    <message>
        <source>Time to resolve</source>
        <translation>Délai de résolution</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerte</translation>
    </message>
    <message>
        <source>Crisis opened</source>
        <translation>Ouverture de la crise</translation>
    </message>
    <message>
        <source>First reply</source>
        <translation>Première réponse</translation>
    </message>
    <message>
        <source>Crisis resolved</source>
        <translation>Résolution de la crise</translation>
    </message>
    <message>
        <source>Statement published</source>
        <translation>Prise de parole publiée</translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>Prise de parole&#xa0;: %1</translation>
    </message>
    <message>
        <source>Decision: %1</source>
        <translation>Décision&#xa0;: %1</translation>
    </message>
    <message>
        <source>Mentions over time</source>
        <translation>Évolution des mentions</translation>
    </message>
    <message>
        <source>No mention was counted.</source>
        <translation>Aucune mention n’a été comptée.</translation>
    </message>
    <message>
        <source>Mentions per %1</source>
        <extracomment>Title of the curve&apos;s axis. %1 is a length of time: &quot;15 min&quot;.</extracomment>
        <translation>Mentions par %1</translation>
    </message>
    <message>
        <source>Neutral or undetermined</source>
        <translation>Neutre ou indéterminée</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positive</translation>
    </message>
    <message>
        <source>Usual level</source>
        <translation>Niveau habituel</translation>
    </message>
    <message>
        <source>Source not readable</source>
        <translation>Source indisponible</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>%1 mentions; the busiest hour, from %2, had %3.</source>
        <translation>Mentions&#xa0;: %1&#x202f;; heure la plus chargée (début&#xa0;: %2)&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Synthèse</translation>
    </message>
    <message>
        <source>The review has not been written yet.</source>
        <translation>Le retour d’expérience n’a pas encore été rédigé.</translation>
    </message>
    <message>
        <source>Draft: this review is not final.</source>
        <translation>Brouillon&#xa0;: ce retour d’expérience n’est pas définitif.</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Impact</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Causes</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>La main courante est vide.</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>Where, to whom</source>
        <translation>Où, à qui</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Prise de parole</translation>
    </message>
    <message>
        <source>%1, in private</source>
        <extracomment>A private message on a network, %1.</extracomment>
        <translation>%1, en privé</translation>
    </message>
    <message numerus="yes">
        <source>%n more message(s) stand in the exported data.</source>
        <translation>
            <numerusform>%n autre message figure dans les données exportées.</numerusform>
            <numerusform>%n autres messages figurent dans les données exportées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>What worked</source>
        <translation>Points forts</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Ce qui n’a pas fonctionné</translation>
    </message>
    <message>
        <source>To improve</source>
        <translation>Axes d’amélioration</translation>
    </message>
    <message>
        <source>Where luck helped</source>
        <translation>Ce que l’on doit à la chance</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>An action.</extracomment>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Faite</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Abandonnée</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Promises not settled yet</source>
        <translation>Engagements non soldés</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>By, to</source>
        <translation>Par, envers</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>How this was counted</source>
        <translation>Méthode de décompte</translation>
    </message>
    <message>
        <source>Counted are the mentions that the watch “%1” found within the period, and those attached by hand.</source>
        <translation>Sont comptées les mentions trouvées par la veille «&#x202f;%1&#x202f;» sur la période et celles rattachées à la main.</translation>
    </message>
    <message>
        <source>Counted are all posts of the exercise.</source>
        <translation>Sont comptées toutes les publications de l’exercice.</translation>
    </message>
    <message>
        <source>Counted are the mentions that were attached to the crisis.</source>
        <translation>Sont comptées les mentions rattachées à la crise.</translation>
    </message>
    <message>
        <source>The time of a mention is the one its network gives. All times are in %1.</source>
        <translation>L’heure d’une mention est celle que donne son réseau. Fuseau horaire&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Tonality is estimated by the program and corrected by people; a mention whose tonality could not be told counts as undetermined, not as neutral.</source>
        <translation>La tonalité est estimée par le programme et corrigée par des personnes&#x202f;; une mention dont la tonalité n’a pas pu être établie compte comme indéterminée, et non comme neutre.</translation>
    </message>
    <message>
        <source>The usual level is the mean of up to seven days before the beginning.</source>
        <translation>Le niveau habituel est la moyenne des sept jours, au plus, qui précèdent le début.</translation>
    </message>
    <message>
        <source>Times to a first statement or reply run from detection. “Not recorded” means that nobody entered it.</source>
        <translation>Les délais de première prise de parole et de première réponse courent à partir de la détection. «&#x202f;Non renseigné&#x202f;» signifie que personne n’a saisi l’information.</translation>
    </message>
    <message>
        <source>Emoji are left out of printed texts.</source>
        <translation>Les émojis ne figurent pas dans les textes imprimés.</translation>
    </message>
    <message>
        <source>The same text again: “%1”</source>
        <translation>Le même texte à nouveau&#xa0;: «&#x202f;%1&#x202f;»</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>The crisis “%1” began on %2.</source>
        <translation>La crise «&#x202f;%1&#x202f;» a commencé le %2.</translation>
    </message>
    <message>
        <source>It was detected after %1.</source>
        <translation>Elle a été détectée au bout de %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) were counted, %1 of them negative.</source>
        <translation>
            <numerusform>%Ln mention a été comptée, dont %1 de tonalité négative.</numerusform>
            <numerusform>%Ln mentions ont été comptées, dont %1 de tonalité négative.</numerusform>
        </translation>
    </message>
    <message>
        <source>No mention was counted.</source>
        <translation>Aucune mention n’a été comptée.</translation>
    </message>
    <message numerus="yes">
        <source>The busiest hour had %Ln mention(s); %1 are usual.</source>
        <translation>
            <numerusform>L’heure la plus chargée a compté %Ln mention&#x202f;; niveau habituel&#xa0;: %1.</numerusform>
            <numerusform>L’heure la plus chargée a compté %Ln mentions&#x202f;; niveau habituel&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first statement was published after %1.</source>
        <extracomment>%1 is a length of time since the crisis was detected.</extracomment>
        <translation>La première prise de parole a été publiée au bout de %1.</translation>
    </message>
    <message>
        <source>No statement was published.</source>
        <translation>Aucune prise de parole n’a été publiée.</translation>
    </message>
    <message>
        <source>The first reply was given after %1.</source>
        <extracomment>%1 is a length of time since the crisis was detected.</extracomment>
        <translation>La première réponse a été donnée au bout de %1.</translation>
    </message>
    <message>
        <source>No reply was given.</source>
        <translation>Aucune réponse n’a été donnée.</translation>
    </message>
    <message>
        <source>The crisis was resolved after %1.</source>
        <extracomment>%1 is a length of time since the crisis began.</extracomment>
        <translation>La crise a été résolue au bout de %1.</translation>
    </message>
    <message>
        <source>The end of the crisis was not recorded.</source>
        <translation>La fin de la crise n’a pas été renseignée.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln different author(s) wrote about it.</source>
        <translation>
            <numerusform>%Ln auteur distinct en a parlé.</numerusform>
            <numerusform>%Ln auteurs distincts en ont parlé.</numerusform>
        </translation>
    </message>
    <message>
        <source>The network with the most mentions was %1 (%2).</source>
        <translation>Le réseau comptant le plus de mentions est %1 (%2).</translation>
    </message>
    <message>
        <source>%1 of the mentions repeat another one almost word for word.</source>
        <translation>%1 des mentions en reprennent une autre presque mot pour mot.</translation>
    </message>
    <message>
        <source>Proposal: %1</source>
        <extracomment>Before a finding that the program proposes and a person has yet to agree with.</extracomment>
        <translation>Proposition&#xa0;: %1</translation>
    </message>
    <message>
        <source>The crisis was detected within %1 of its beginning.</source>
        <translation>La crise a été détectée dans un délai de %1 après son début.</translation>
    </message>
    <message>
        <source>It took %1 to detect the crisis.</source>
        <translation>Il a fallu %1 pour détecter la crise.</translation>
    </message>
    <message>
        <source>Somebody took charge %1 after detection; the target is %2.</source>
        <translation>La prise en charge est intervenue %1 après la détection&#x202f;; la cible est de %2.</translation>
    </message>
    <message>
        <source>Nobody is recorded as having taken charge.</source>
        <translation>Aucune prise en charge n’a été enregistrée.</translation>
    </message>
    <message>
        <source>The first statement came %1 after detection; the target is %2.</source>
        <translation>La première prise de parole est intervenue %1 après la détection&#x202f;; la cible est de %2.</translation>
    </message>
    <message>
        <source>The first reply came %1 after detection; the target is %2.</source>
        <translation>La première réponse est intervenue %1 après la détection&#x202f;; la cible est de %2.</translation>
    </message>
    <message>
        <source>Nobody who wrote got a reply.</source>
        <translation>Aucune des personnes qui ont écrit n’a reçu de réponse.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) were done late or not at all.</source>
        <translation>
            <numerusform>%Ln tâche a été faite en retard ou ne l’a pas été.</numerusform>
            <numerusform>%Ln tâches ont été faites en retard ou ne l’ont pas été.</numerusform>
        </translation>
    </message>
    <message>
        <source>No task was late.</source>
        <translation>Aucune tâche n’a pris de retard.</translation>
    </message>
    <message>
        <source>%1 of %2 expected updates were posted; the longest silence lasted %3.</source>
        <translation>Points d’étape publiés&#xa0;: %1 sur %2 attendus&#x202f;; le plus long silence a duré %3.</translation>
    </message>
    <message>
        <source>Updates were posted as often as planned.</source>
        <translation>Les points d’étape ont été publiés au rythme prévu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln promise(s) were not kept.</source>
        <translation>
            <numerusform>%Ln engagement n’a pas été tenu.</numerusform>
            <numerusform>%Ln engagements n’ont pas été tenus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promise(s) are still open.</source>
        <translation>
            <numerusform>%Ln engagement est encore ouvert.</numerusform>
            <numerusform>%Ln engagements sont encore ouverts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %Ln reply(s) nobody has said whether they were published.</source>
        <translation>
            <numerusform>Pour %Ln réponse, personne n’a indiqué si elle a été publiée.</numerusform>
            <numerusform>Pour %Ln réponses, personne n’a indiqué si elles ont été publiées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sources could not be read %n time(s); what was said then may be missing.</source>
        <translation>
            <numerusform>Les sources ont été indisponibles %n fois&#x202f;; ce qui s’est dit alors peut manquer.</numerusform>
            <numerusform>Les sources ont été indisponibles %n fois&#x202f;; ce qui s’est dit alors peut manquer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message>
        <source>What went wrong</source>
        <translation>Ce qui n’a pas fonctionné</translation>
    </message>
    <message>
        <source>What to improve</source>
        <translation>Axes d’amélioration</translation>
    </message>
    <message>
        <source>What worked</source>
        <translation>Points forts</translation>
    </message>
    <message>
        <source>Where we were lucky</source>
        <translation>Ce que l’on doit à la chance</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>state of a corrective action</comment>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>state of a corrective action</comment>
        <translation>Faite</translation>
    </message>
    <message>
        <source>Dropped</source>
        <comment>state of a corrective action</comment>
        <translation>Abandonnée</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>toujours en cours</translation>
    </message>
    <message>
        <source>review not begun</source>
        <translation>RETEX non commencé</translation>
    </message>
    <message>
        <source>review final</source>
        <translation>RETEX définitif</translation>
    </message>
    <message>
        <source>review in draft</source>
        <translation>RETEX en brouillon</translation>
    </message>
    <message numerus="yes">
        <source>%n open action(s)</source>
        <translation>
            <numerusform>%n action ouverte</numerusform>
            <numerusform>%n actions ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing noted yet.</source>
        <translation>Rien de noté pour l’instant.</translation>
    </message>
    <message>
        <source>What we change, who does it, until when</source>
        <translation>Ce que nous changeons, qui le fait, pour quand</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <comment>owner of an action</comment>
        <translation>personne pour l’instant</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Échéance&#xa0;: %1</translation>
    </message>
    <message>
        <source>late: %1</source>
        <comment>%1 is a date</comment>
        <translation>en retard&#xa0;: %1</translation>
    </message>
    <message>
        <source>A review without an action changes nothing. One sentence, one person, one date.</source>
        <translation>Un retour d’expérience sans action ne change rien. Une phrase, une personne, une date.</translation>
    </message>
</context>
<context>
    <name>Risk</name>
    <message>
        <source>Physical safety</source>
        <translation>Sécurité physique</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>Legal threat</source>
        <translation>Menace juridique</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>Discrimination</translation>
    </message>
    <message>
        <source>Harassment</source>
        <translation>Harcèlement</translation>
    </message>
    <message>
        <source>Data leak</source>
        <translation>Fuite de données</translation>
    </message>
    <message>
        <source>Boycott</source>
        <translation>Boycott</translation>
    </message>
    <message>
        <source>Press interest</source>
        <translation>Intérêt de la presse</translation>
    </message>
    <message>
        <source>Executive named</source>
        <translation>Membre de la direction cité</translation>
    </message>
    <message>
        <source>Self-harm or violence</source>
        <translation>Automutilation ou violence</translation>
    </message>
    <message>
        <source>Call to action</source>
        <translation>Appel à l’action</translation>
    </message>
    <message>
        <source>Question to us</source>
        <translation>Question qui nous est posée</translation>
    </message>
</context>
<context>
    <name>RoomRows</name>
    <message>
        <source>%1 late</source>
        <comment>%1 is a duration</comment>
        <translation>%1 de retard</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>%1 is a duration</comment>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>proof asked</source>
        <translation>preuve demandée</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>à faire</translation>
    </message>
    <message>
        <source>done by %1</source>
        <translation>faite par %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>faite</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <comment>%1 is the reason</comment>
        <translation>écartée&#xa0;: %1</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>écartée</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Échéance&#xa0;: %1</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>When the team stands down</source>
        <translation>À la levée de la cellule</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Faits</translation>
    </message>
    <message>
        <source>Noted by %1, %2</source>
        <translation>Noté par %1, %2</translation>
    </message>
    <message>
        <source>Write down what is confirmed, what is being checked and what must not be said yet: everybody then says the same.</source>
        <translation>Notez ce qui est confirmé, ce qui est en cours de vérification et ce qu’il ne faut pas encore dire&#xa0;: tout le monde tient alors le même discours.</translation>
    </message>
    <message>
        <source>Who must be told</source>
        <translation>Qui informer</translation>
    </message>
    <message>
        <source>told at %1 by %2</source>
        <translation>information donnée à %1 par %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>who tells a stakeholder</comment>
        <translation>par %1</translation>
    </message>
    <message>
        <source>told</source>
        <translation>information donnée</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>reste à informer</translation>
    </message>
    <message>
        <source>Managers, partners, authorities, employees: add whoever must hear it from you first.</source>
        <translation>Direction, partenaires, autorités, personnel&#xa0;: ajoutez les parties prenantes qui doivent l’apprendre de vous en premier.</translation>
    </message>
    <message>
        <source>Key mentions</source>
        <translation>Mentions clés</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) belong to this crisis. Mark on the Watch page those that everybody should have read.</source>
        <translation>
            <numerusform>%n mention est rattachée à cette crise. Marquez sur la page Veille celles que tout le monde devrait avoir lues.</numerusform>
            <numerusform>%n mentions sont rattachées à cette crise. Marquez sur la page Veille celles que tout le monde devrait avoir lues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark on the Watch page the mentions that everybody should have read.</source>
        <translation>Marquez sur la page Veille les mentions que tout le monde devrait avoir lues.</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>look again %1</source>
        <translation>à revoir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Decided by %1, %2</source>
        <translation>Décidé par %1, %2</translation>
    </message>
    <message>
        <source>Options: %1</source>
        <translation>Options&#xa0;: %1</translation>
    </message>
    <message>
        <source>Say what was decided, and why: the review will ask.</source>
        <translation>Notez ce qui a été décidé, et pourquoi&#xa0;: le retour d’expérience le demandera.</translation>
    </message>
    <message>
        <source>Status updates</source>
        <translation>Points d’étape</translation>
    </message>
    <message>
        <source>public</source>
        <translation>public</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>interne</translation>
    </message>
    <message>
        <source>The first update says what is known, what is not, and when more will be said.</source>
        <translation>Le premier point d’étape dit ce qui est su, ce qui ne l’est pas, et quand viendra la suite.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
</context>
<context>
    <name>RoomWords</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Taken in charge</source>
        <translation>Prise en charge</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Status update</source>
        <translation>Point d’étape</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Partie informée</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerte</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clôture</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Réouverture</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Watch</source>
        <comment>severity level 1 of 4, the mildest</comment>
        <translation>Vigilance</translation>
    </message>
    <message>
        <source>Serious</source>
        <comment>severity level 2 of 4</comment>
        <translation>Sérieux</translation>
    </message>
    <message>
        <source>Grave</source>
        <comment>severity level 3 of 4</comment>
        <translation>Grave</translation>
    </message>
    <message>
        <source>Critical</source>
        <comment>severity level 4 of 4, the gravest</comment>
        <translation>Critique</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>Aucun rôle</translation>
    </message>
    <message>
        <source>Crisis lead</source>
        <translation>Pilote de crise</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>En cours de vérification</translation>
    </message>
    <message>
        <source>Not to say</source>
        <translation>À ne pas dire</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retiré</translation>
    </message>
</context>
<context>
    <name>WatchQuery</name>
    <message>
        <source>expected a closing quotation mark for the one opened here</source>
        <translation>il manque le guillemet fermant de celui ouvert ici</translation>
    </message>
    <message>
        <source>expected the end of the query: there is no &apos;(&apos; to close</source>
        <translation>la requête devrait s’arrêter ici&#xa0;: aucune «&#x202f;(&#x202f;» n’est à fermer</translation>
    </message>
    <message>
        <source>expected a word, a phrase, a field, NOT or &apos;(&apos;</source>
        <translation>un mot, une expression, un champ, NOT ou «&#x202f;(&#x202f;» est attendu</translation>
    </message>
    <message>
        <source>expected &apos;)&apos; for the &apos;(&apos; in column %1</source>
        <translation>«&#x202f;)&#x202f;» est attendue pour la «&#x202f;(&#x202f;» de la colonne %1</translation>
    </message>
    <message>
        <source>expected &apos;*&apos; only at the end of a word</source>
        <translation>«&#x202f;*&#x202f;» n’est admis qu’à la fin d’un mot</translation>
    </message>
    <message>
        <source>expected something to look for</source>
        <translation>il manque ce qu’il faut chercher</translation>
    </message>
    <message>
        <source>expected at most %1 nested parentheses and negations</source>
        <translation>%1 parenthèses et négations imbriquées au plus</translation>
    </message>
    <message>
        <source>expected at most %1 words and phrases</source>
        <translation>%1 mots et expressions au plus</translation>
    </message>
    <message>
        <source>expected at most %1 characters</source>
        <translation>%1 caractères au plus</translation>
    </message>
    <message>
        <source>expected one of lang: network: author: tonality: risk: has: is: since: until: followers&gt; negativity&gt; (put a text with &apos;:&apos; in quotes)</source>
        <translation>il faut ici lang: network: author: tonality: risk: has: is: since: until: followers&gt; ou negativity&gt; (mettre un texte contenant «&#x202f;:&#x202f;» entre guillemets)</translation>
    </message>
    <message>
        <source>expected one of %1 here</source>
        <translation>il faut ici l’une des valeurs suivantes&#xa0;: %1</translation>
    </message>
    <message>
        <source>expected a day (2026-01-31), a time (2026-01-31T08:30) or a span before now (30min, 12h, 7d, 2w)</source>
        <translation>il faut ici un jour (2026-01-31), une heure (2026-01-31T08:30) ou une durée avant maintenant (30min, 12h, 7d pour 7 jours, 2w pour 2 semaines)</translation>
    </message>
    <message>
        <source>expected a plain value right after &apos;:&apos;</source>
        <translation>il faut une valeur simple juste après «&#x202f;:&#x202f;»</translation>
    </message>
    <message>
        <source>expected a number such as 5000 or 10k</source>
        <translation>il faut ici un nombre, par exemple 5000 ou 10k</translation>
    </message>
    <message>
        <source>expected a number from 0 to 1, such as 0.7</source>
        <translation>il faut ici un nombre entre 0 et 1, par exemple 0.7</translation>
    </message>
    <message>
        <source>expected &apos;:&apos; after &apos;%1&apos;</source>
        <translation>il faut «&#x202f;:&#x202f;» après «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>word</source>
        <translation>mot</translation>
    </message>
    <message>
        <source>the whole word; capitals and accents do not matter. #tag and @name as they stand in the text</source>
        <translation>le mot entier&#x202f;; les majuscules et les accents ne comptent pas. #motdièse et @nom tels qu’ils figurent dans le texte</translation>
    </message>
    <message>
        <source>&quot;two words&quot;</source>
        <translation>&quot;deux mots&quot;</translation>
    </message>
    <message>
        <source>these words in this order</source>
        <translation>ces mots dans cet ordre</translation>
    </message>
    <message>
        <source>begin*</source>
        <translation>début*</translation>
    </message>
    <message>
        <source>every word that begins like this</source>
        <translation>tout mot qui commence ainsi</translation>
    </message>
    <message>
        <source>one two</source>
        <translation>un deux</translation>
    </message>
    <message>
        <source>both; AND between them says the same</source>
        <translation>les deux&#x202f;; AND entre eux dit la même chose</translation>
    </message>
    <message>
        <source>one OR two</source>
        <translation>un OR deux</translation>
    </message>
    <message>
        <source>one of them. Binds less than AND: a b OR c is (a AND b) OR c</source>
        <translation>l’un ou l’autre. Lie moins fort que AND&#xa0;: a b OR c veut dire (a AND b) OR c</translation>
    </message>
    <message>
        <source>NOT one, -one</source>
        <translation>NOT un, -un</translation>
    </message>
    <message>
        <source>not this</source>
        <translation>pas ceci</translation>
    </message>
    <message>
        <source>(one OR two) three</source>
        <translation>(un OR deux) trois</translation>
    </message>
    <message>
        <source>parentheses hold together</source>
        <translation>les parenthèses tiennent ensemble</translation>
    </message>
    <message>
        <source>one NEAR/5 two</source>
        <translation>un NEAR/5 deux</translation>
    </message>
    <message>
        <source>the language of the post</source>
        <translation>la langue de la publication</translation>
    </message>
    <message>
        <source>where it was posted: x, bluesky, mastodon, rss, …</source>
        <translation>où elle a été publiée&#xa0;: x, bluesky, mastodon, rss…</translation>
    </message>
    <message>
        <source>who posted it; author:&quot;First Last&quot; where there is a blank</source>
        <translation>qui l’a publiée&#x202f;; author:&quot;Prénom Nom&quot; s’il y a une espace</translation>
    </message>
    <message>
        <source>of the author: &gt; &gt;= &lt; &lt;= = and a number; k and m for thousands and millions</source>
        <translation>abonnés de l’auteur&#xa0;: &gt; &gt;= &lt; &lt;= = et un nombre&#x202f;; k et m pour les milliers et les millions</translation>
    </message>
    <message>
        <source>a risk topic: %1</source>
        <translation>un sujet de risque&#xa0;: %1</translation>
    </message>
    <message>
        <source>an address or a question mark in the text</source>
        <translation>une adresse ou un point d’interrogation dans le texte</translation>
    </message>
    <message>
        <source>an answer to another post; a post shared by somebody else</source>
        <translation>une réponse à une autre publication&#x202f;; une publication partagée par quelqu’un d’autre</translation>
    </message>
    <message>
        <source>when it was posted: a day, a time (2026-01-31T08:30, UTC) or a span before now (30min, 12h, 7d, 2w). The day of until: is included</source>
        <translation>quand elle a été publiée&#xa0;: un jour, une heure (2026-01-31T08:30, UTC) ou une durée avant maintenant (30min, 12h, 7d pour 7 jours, 2w pour 2 semaines). Le jour de until: est compris</translation>
    </message>
    <message>
        <source>expected AND, OR or the end: NEAR joins two words or phrases, no third</source>
        <translation>il faut ici AND, OR ou la fin&#xa0;: NEAR réunit deux mots ou expressions, pas trois</translation>
    </message>
    <message>
        <source>expected a word, a phrase or (words joined by OR) on this side of NEAR</source>
        <translation>il faut un mot, une expression ou (des mots reliés par OR) de ce côté de NEAR</translation>
    </message>
    <message>
        <source>expected NEAR/ and a number of words from 1 to %1</source>
        <translation>il faut NEAR/ suivi d’un nombre de mots entre 1 et %1</translation>
    </message>
    <message>
        <source>every post; useful beside a field: * risk:health</source>
        <translation>toutes les publications&#x202f;; utile à côté d’un champ&#xa0;: * risk:health</translation>
    </message>
    <message>
        <source>at most 5 words apart, in either order; NEAR/1 are neighbours, NEAR alone is NEAR/10. Words, phrases, begin*, or (several OR others)</source>
        <translation>à 5 mots au plus, dans un ordre ou dans l’autre&#x202f;; NEAR/1&#xa0;: côte à côte, NEAR seul&#xa0;: NEAR/10. Mots, expressions, début* ou (plusieurs OR autres)</translation>
    </message>
    <message>
        <source>how negative, from 0 to 1: &gt; &gt;= &lt; &lt;= =</source>
        <translation>à quel point elle est négative, de 0 à 1&#xa0;: &gt; &gt;= &lt; &lt;= =</translation>
    </message>
    <message>
        <source>the tone: negative, neutral, positive, undetermined</source>
        <translation>la tonalité&#xa0;: negative (négative), neutral (neutre), positive, undetermined (indéterminée)</translation>
    </message>
    <message>
        <source>the brand together with one of its products, and not what else bears the name</source>
        <translation>la marque avec l’un de ses produits, sans ce qui porte le même nom</translation>
    </message>
    <message>
        <source>a recall or a leak said close to the product, in whatever order</source>
        <translation>un rappel ou une fuite cités tout près du produit, dans un ordre ou dans l’autre</translation>
    </message>
    <message>
        <source>in French, of the last day: big accounts and the press</source>
        <translation>en français, depuis un jour&#xa0;: les grands comptes et la presse</translation>
    </message>
    <message>
        <source>clearly negative and touching a risk, without what is only passed on</source>
        <translation>nettement négatif et touchant à un risque, sans les simples partages</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <source>They stand beside words, or alone; NOT and - work on them too.</source>
        <translation>À côté de mots ou seuls&#x202f;; NOT et - s’y appliquent aussi.</translation>
    </message>
    <message>
        <source>Where something is wrong</source>
        <translation>En cas d’erreur</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <extracomment>A mistake in a query: %1 is the number of the character, %2 says what was expected there</extracomment>
        <translation>Au caractère %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>How words are joined</source>
        <translation>Relier les mots</translation>
    </message>
    <message>
        <source>AND, OR, NOT and NEAR in capitals, in every language. NOT binds most, then NEAR, AND, OR.</source>
        <translation>AND (et), OR (ou), NOT (sauf) et NEAR (près de) en majuscules, dans toutes les langues. NOT lie le plus fort, puis NEAR, AND, OR.</translation>
    </message>
    <message>
        <source>Examples in English</source>
        <translation>Exemples en anglais</translation>
    </message>
    <message>
        <source>Examples in French</source>
        <translation>Exemples en français</translation>
    </message>
    <message>
        <source>While a watch is typed, the place is underlined and the line below says what was expected there; the watch cannot be saved until it is mended. The search field shows a sign at its end, and looks for the plain words.</source>
        <translation>Pendant la saisie d’une veille, l’endroit est souligné et la ligne du dessous dit ce qui y était attendu&#x202f;; la veille ne peut être enregistrée qu’une fois corrigée. Le champ de recherche, lui, affiche un signe à son extrémité et cherche simplement les mots.</translation>
    </message>
</context>
<context>
    <name>incident</name>
    <message>
        <source>%1 takes charge</source>
        <extracomment>Log of a crisis. %1 is a person.</extracomment>
        <translation>Prise en charge par %1</translation>
    </message>
    <message numerus="yes">
        <source>Crisis closed with %n task(s) left open</source>
        <extracomment>Log of a crisis.</extracomment>
        <translation>
            <numerusform>Crise clôturée avec %n tâche laissée ouverte</numerusform>
            <numerusform>Crise clôturée avec %n tâches laissées ouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Crisis closed with %n task(s) left open: %1</source>
        <extracomment>Log of a crisis. %1 is what the person noted.</extracomment>
        <translation>
            <numerusform>Crise clôturée avec %n tâche laissée ouverte&#xa0;: %1</numerusform>
            <numerusform>Crise clôturée avec %n tâches laissées ouvertes&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 takes the role “%2”</source>
        <extracomment>Log of a crisis. %1 is a person, %2 a role.</extracomment>
        <translation>%1 prend le rôle «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>%1 takes the role “%2”: %3</source>
        <extracomment>Log of a crisis. %1 is a person, %2 a role, %3 a note.</extracomment>
        <translation>%1 prend le rôle «&#x202f;%2&#x202f;»&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 hands the role “%3” over to %2</source>
        <extracomment>Log of a crisis. %1 and %2 are people, %3 is a role.</extracomment>
        <translation>%1 transmet le rôle «&#x202f;%3&#x202f;» à %2</translation>
    </message>
    <message>
        <source>%1 hands the role “%3” over to %2: %4</source>
        <extracomment>Log of a crisis. %1 and %2 are people, %3 is a role, %4 a note.</extracomment>
        <translation>%1 transmet le rôle «&#x202f;%3&#x202f;» à %2&#xa0;: %4</translation>
    </message>
    <message>
        <source>Severity changed from %1 to %2: %3</source>
        <extracomment>Log of a crisis. %1 and %2 are severities such as &quot;3 (Serious)&quot;, %3 is the reason.</extracomment>
        <translation>Gravité modifiée de %1 à %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Crise résolue</translation>
    </message>
    <message>
        <source>Resolved: %1</source>
        <translation>Crise résolue&#xa0;: %1</translation>
    </message>
    <message>
        <source>Crisis opened again: %1</source>
        <extracomment>Log of a crisis. %1 is the reason.</extracomment>
        <translation>Crise rouverte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Fact confirmed: %1</source>
        <extracomment>Log of a crisis. %1 is a fact.</extracomment>
        <translation>Fait confirmé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Being checked: %1</source>
        <extracomment>Log of a crisis. %1 is a fact that is not certain yet.</extracomment>
        <translation>En cours de vérification&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not to be said: %1</source>
        <extracomment>Log of a crisis. %1 is a fact that must not be made public.</extracomment>
        <translation>À ne pas dire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Fact withdrawn: %1</source>
        <extracomment>Log of a crisis. %1 is what was taken for a fact and is none.</extracomment>
        <translation>Fait retiré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Public statement: %1</source>
        <extracomment>Log of a crisis. %1 is what was published.</extracomment>
        <translation>Prise de parole publique&#xa0;: %1</translation>
    </message>
    <message>
        <source>Status update: %1</source>
        <extracomment>Log of a crisis. %1 is the text of a status update.</extracomment>
        <translation>Point d’étape&#xa0;: %1</translation>
    </message>
    <message>
        <source>Decision: %1. Reason: %2</source>
        <extracomment>Log of a crisis. %1 is what was decided, %2 why.</extracomment>
        <translation>Décision&#xa0;: %1. Motif&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: told by %2</source>
        <translation>%1&#xa0;: information donnée par %2</translation>
    </message>
    <message>
        <source>%1: told by %2 (%3)</source>
        <translation>%1&#xa0;: information donnée par %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>Crisis opened from an alert with %n mention(s), severity %1</source>
        <extracomment>Log of a crisis. %1 is a severity such as &quot;3 (Serious)&quot;; %n the number of posts attached.</extracomment>
        <translation>
            <numerusform>Crise ouverte depuis une alerte avec %n mention, gravité %1</numerusform>
            <numerusform>Crise ouverte depuis une alerte avec %n mentions, gravité %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Crisis opened by hand, severity %1</source>
        <extracomment>Log of a crisis. %1 is a severity such as &quot;3 (Serious)&quot;.</extracomment>
        <translation>Crise ouverte à la main, gravité %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Tâche faite&#xa0;: %1</translation>
    </message>
    <message>
        <source>Done: %1 (%2)</source>
        <translation>Tâche faite&#xa0;: %1 (%2)</translation>
    </message>
    <message>
        <source>Left out: %1 (%2)</source>
        <extracomment>Log of a crisis. %1 is a task, %2 the reason why it is not done.</extracomment>
        <translation>Tâche écartée&#xa0;: %1 (%2)</translation>
    </message>
    <message>
        <source>To do again: %1</source>
        <extracomment>Log of a crisis. %1 is a task.</extracomment>
        <translation>Tâche à refaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nobody has the task “%1” now</source>
        <translation>La tâche «&#x202f;%1&#x202f;» n’a plus de responsable</translation>
    </message>
    <message>
        <source>%1 takes the task “%2”</source>
        <translation>%1 prend la tâche «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>Task added: %1</source>
        <extracomment>Log of a crisis. %1 is a task.</extracomment>
        <translation>Tâche ajoutée&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Crisis desk for communications teams.</source>
        <translation>Le poste de crise des équipes de communication.</translation>
    </message>
    <message>
        <source>Open this database.</source>
        <translation>Ouvrir cette base de données.</translation>
    </message>
    <message>
        <source>Speak this language: en or fr.</source>
        <translation>Langue de l’interface&#xa0;: en ou fr.</translation>
    </message>
    <message>
        <source>system, light or dark.</source>
        <translation>system, light ou dark.</translation>
    </message>
    <message>
        <source>Text size in percent, 100 to 200.</source>
        <translation>Taille du texte en pourcentage, de 100 à 200.</translation>
    </message>
    <message>
        <source>Write a picture of every page, then quit.</source>
        <translation>Enregistrer une image de chaque page, puis quitter.</translation>
    </message>
    <message>
        <source>Play the sample crisis, in a database of its own.</source>
        <translation>Jouer la crise d’exemple, dans une base de données à part.</translation>
    </message>
    <message>
        <source>Show this exercise: its number, or last.</source>
        <translation>Afficher cet exercice&#xa0;: son numéro, ou last pour le dernier.</translation>
    </message>
</context>
<context>
    <name>vigie::app::OpenFailure</name>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Ouvrir un autre fichier…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Open to read only</source>
        <translation>Ouvrir en lecture seule</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Ouvrir une base de données</translation>
    </message>
    <message>
        <source>Databases of Vigie (*.db);;All files (*)</source>
        <translation>Bases de données Vigie (*.db);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>vigie::app::Signs</name>
    <message>
        <source>By %1: %2. Until %3.</source>
        <extracomment>%1 is a person, %2 a reason, %3 a date and time</extracomment>
        <translation>Par %1&#xa0;: %2. Jusqu’au %3.</translation>
    </message>
    <message>
        <source>By %1: %2. Until somebody resumes.</source>
        <translation>Par %1&#xa0;: %2. Jusqu’à ce qu’une personne reprenne les publications.</translation>
    </message>
    <message>
        <source>Everything here goes on working. What waits to be sent stays in Replies; sources are read again when the network is back, and the gap is shown.</source>
        <translation>Tout continue de fonctionner ici. Ce qui attend d’être envoyé reste dans Réponses&#x202f;; les sources seront relues au retour du réseau, et l’interruption est affichée.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::AccountSection</name>
    <message>
        <source>Could not read the accounts.</source>
        <translation>Impossible de lire les comptes.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <comment>state of an account</comment>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <comment>state of an account</comment>
        <translation>À reconnecter</translation>
    </message>
    <message>
        <source>By hand</source>
        <comment>state of an account: without a key</comment>
        <translation>À la main</translation>
    </message>
    <message>
        <source>replies are copied and sent on the network&apos;s own page</source>
        <translation>les réponses sont copiées et envoyées sur la page du réseau</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n compte</numerusform>
            <numerusform>%n comptes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n must sign in again</source>
        <translation>
            <numerusform>%n à reconnecter</numerusform>
            <numerusform>%n à reconnecter</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Retirer le compte</translation>
    </message>
    <message>
        <source>Remove “%1”? Its key is forgotten and the sources that read with it end. The mentions that came from it, and the replies that were sent with it, stay.</source>
        <translation>Retirer « %1 » ? Sa clé est oubliée et les sources qui lisent avec lui prennent fin. Les mentions qui en viennent et les réponses envoyées avec lui restent.</translation>
    </message>
    <message>
        <source>The account was removed. Its mentions and replies stay.</source>
        <translation>Le compte est retiré. Ses mentions et ses réponses restent.</translation>
    </message>
    <message>
        <source>Could not remove the account.</source>
        <translation>Impossible de retirer le compte.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
    <message>
        <source>With a signed-in account Vigie reads its mentions and sends replies by itself. Its key stays on this computer, in the keychain. Enter signs in again; the menu key removes.</source>
        <translation>Avec un compte connecté, Vigie lit ses mentions et envoie les réponses elle-même. Sa clé reste sur cet ordinateur, dans le trousseau. Entrée reconnecte ; la touche Menu retire.</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Pas encore de compte</translation>
    </message>
    <message>
        <source>Sign in with your brand&apos;s own account: its mentions arrive here, and replies are sent from here. Without one, feeds and imports are read, and replies are copied to the network&apos;s own page.</source>
        <translation>Connectez le compte de votre marque : ses mentions arrivent ici et les réponses partent d’ici. Sans compte, les flux et les imports sont lus, et les réponses sont copiées sur la page du réseau.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Daily budget…</source>
        <translation>Budget quotidien…</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ActionDialog</name>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>Ajouter une action</translation>
    </message>
    <message>
        <source>Change an action</source>
        <translation>Modifier une action</translation>
    </message>
    <message>
        <source>Add the action</source>
        <translation>Ajouter l’action</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>Enregistrer la modification</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation>&amp;Action</translation>
    </message>
    <message>
        <source>One sentence that begins with a verb.</source>
        <translation>Une phrase qui commence par un verbe.</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Responsable</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>É&amp;tat</translation>
    </message>
</context>
<context>
    <name>vigie::gui::AlertCard</name>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>Head of an alert: %1 says what it is, %2 names the watch, %3 is when</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Open a crisis…</source>
        <translation>Ouvrir une crise…</translation>
    </message>
    <message>
        <source>I take it</source>
        <translation>Je m’en occupe</translation>
    </message>
    <message>
        <source>Say that you look into it; the others see it</source>
        <translation>Dire que vous vous en occupez&#x202f;; les autres le voient</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>It was nothing</source>
        <translation>Fausse alerte</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show the mentions of that time</source>
        <translation>Afficher les mentions de cette période</translation>
    </message>
    <message>
        <source>Go to the crisis</source>
        <translation>Aller à la crise</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
    <message>
        <source>It stays on the curve</source>
        <translation>Elle reste sur la courbe</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 says what limits an alert (&quot;Only 30 hours of history …&quot;); %n more such sentences are behind &quot;Why?&quot;</extracomment>
        <translation>
            <numerusform>%1 (et %n autre)</numerusform>
            <numerusform>%1 (et %n autres)</numerusform>
        </translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>Everything this alert was given for</source>
        <translation>Tout ce qui a donné lieu à cette alerte</translation>
    </message>
</context>
<context>
    <name>vigie::gui::AlertDialog</name>
    <message>
        <source>Why this alert</source>
        <translation>Pourquoi cette alerte</translation>
    </message>
    <message>
        <source>Show the mentions</source>
        <translation>Afficher les mentions</translation>
    </message>
    <message>
        <source>Go to the crisis</source>
        <translation>Aller à la crise</translation>
    </message>
    <message>
        <source>Open a crisis…</source>
        <translation>Ouvrir une crise…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Head of what an alert was given for: %1 says what it is, %2 names the watch</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>In French: %1</source>
        <translation>En français&#xa0;: %1</translation>
    </message>
    <message>
        <source>In English: %1</source>
        <translation>En anglais&#xa0;: %1</translation>
    </message>
    <message>
        <source>Before it grew to this</source>
        <translation>Avant d’atteindre ce niveau</translation>
    </message>
    <message>
        <source>Said more than the day before</source>
        <translation>Plus présent que le jour précédent</translation>
    </message>
    <message>
        <source>No word stands out.</source>
        <translation>Aucun mot ne ressort.</translation>
    </message>
    <message>
        <source>Linked to more than the day before</source>
        <translation>Liens plus partagés que le jour précédent</translation>
    </message>
    <message>
        <source>Who says it, and how</source>
        <translation>Qui le dit, et comment</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Most active authors</source>
        <translation>Auteurs les plus actifs</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tonalité</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Posts that stand for it</source>
        <translation>Publications représentatives</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Ce qui manque</translation>
    </message>
    <message>
        <source>Nothing that is known of: every source could be read, and there is enough history to compare with.</source>
        <translation>Rien à notre connaissance&#xa0;: toutes les sources ont pu être lues et l’historique suffit pour comparer.</translation>
    </message>
    <message>
        <source>The watch that gave it</source>
        <translation>La veille à l’origine de l’alerte</translation>
    </message>
    <message>
        <source>How readily it gives an alert can be changed in Settings, Watches.</source>
        <translation>La sensibilité de ses alertes se règle dans Réglages, Veilles.</translation>
    </message>
    <message>
        <source>The posts could not be read.</source>
        <translation>Impossible de lire les publications.</translation>
    </message>
    <message numerus="yes">
        <source>said %n time(s)</source>
        <translation>
            <numerusform>dit %n fois</numerusform>
            <numerusform>dit %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter shows it in the list</source>
        <translation>Entrée l’affiche dans la liste</translation>
    </message>
    <message>
        <source>They are not kept any more.</source>
        <translation>Elles ne sont plus conservées.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::AlertHookDialog</name>
    <message>
        <source>Tell alerts elsewhere</source>
        <translation>Signaler les alertes ailleurs</translation>
    </message>
    <message>
        <source>Each new alert is also sent to this address while Vigie is open or “vigiectl collect” runs: a channel of Mattermost or Slack, or a program of yours. Alerts of exercises are not.</source>
        <translation>Chaque nouvelle alerte est aussi envoyée à cette adresse tant que Vigie est ouvert ou que «&#xa0;vigiectl collect&#xa0;» tourne&#xa0;: un canal Mattermost ou Slack, ou un de vos programmes. Les alertes des exercices ne le sont pas.</translation>
    </message>
    <message>
        <source>The last alert was not taken by %1; it is tried again and again. Leave it empty to stop.</source>
        <comment>%1 is the name of a server</comment>
        <translation>%1 n’a pas pris la dernière alerte&#xa0;; l’envoi est retenté régulièrement. Laissez le champ vide pour arrêter.</translation>
    </message>
    <message>
        <source>Now: %1. Leave it empty to stop.</source>
        <comment>%1 is the name of a server</comment>
        <translation>Actuellement&#xa0;: %1. Laissez le champ vide pour arrêter.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Secret</translation>
    </message>
    <message>
        <source>Signs what is sent, for a program that wants to be sure. A chat does not need it. Shown this once.</source>
        <translation>Signe ce qui est envoyé, pour un programme qui veut s’en assurer. Une messagerie n’en a pas besoin. Affiché une seule fois.</translation>
    </message>
    <message>
        <source>Try it and save</source>
        <translation>Essayer et enregistrer</translation>
    </message>
    <message>
        <source>Tell alerts nowhere</source>
        <translation>Ne plus signaler ailleurs</translation>
    </message>
    <message>
        <source>Alerts are told nowhere else.</source>
        <translation>Les alertes ne sont plus signalées ailleurs.</translation>
    </message>
    <message>
        <source>A test has arrived. Alerts are told there from now on.</source>
        <translation>Un essai est arrivé. Les alertes y seront désormais signalées.</translation>
    </message>
    <message>
        <source>Alerts do not leave this computer unencrypted: the address begins with https.</source>
        <translation>Les alertes ne quittent pas cet ordinateur en clair&#xa0;: l’adresse commence par https.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::AlertStrip</name>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Show fewer alerts</source>
        <translation>Afficher moins d’alertes</translation>
    </message>
    <message numerus="yes">
        <source>%n more alert(s)</source>
        <translation>
            <numerusform>%n autre alerte</numerusform>
            <numerusform>%n autres alertes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::AlertTexts</name>
    <message>
        <source>in these hours on other days</source>
        <translation>à ces heures les autres jours</translation>
    </message>
    <message>
        <source>negative over the last %1</source>
        <translation>de négatives sur %1</translation>
    </message>
    <message>
        <source>at this hour of this weekday</source>
        <translation>à cette heure de ce jour de la semaine</translation>
    </message>
    <message>
        <source>at this hour, over the last %1</source>
        <translation>à cette heure, sur %1</translation>
    </message>
    <message>
        <source>over the last %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>as set for this watch</source>
        <translation>fixé pour cette veille</translation>
    </message>
    <message>
        <source>from here on it is unusual; recent peak: %1</source>
        <translation>au-delà, c’est inhabituel&#x202f;; maximum récent&#xa0;: %1</translation>
    </message>
    <message>
        <source>from here on it is unusual</source>
        <translation>au-delà, c’est inhabituel</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A network, a source or an author, and how many of the mentions are theirs
----------
A word and how many posts say it</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>An author and the network they write on</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>observé</translation>
    </message>
    <message>
        <source>of the mentions of %1 are negative</source>
        <translation>des mentions en %1 sont négatives</translation>
    </message>
    <message>
        <source>mentions in %1</source>
        <translation>mentions en %1</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>habituel</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>seuil</translation>
    </message>
    <message>
        <source>since</source>
        <comment>since when it rises</comment>
        <translation>depuis</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s), none the day before</source>
        <extracomment>Of a term that rises: in how many posts it stands now</extracomment>
        <translation>
            <numerusform>%n publication, aucune le jour précédent</numerusform>
            <numerusform>%n publications, aucune le jour précédent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s), the day before %1</source>
        <extracomment>Of a term that rises: in how many posts it stands now, and (%1) in how many the day before</extracomment>
        <translation>
            <numerusform>%n publication, contre %1 le jour précédent</numerusform>
            <numerusform>%n publications, contre %1 le jour précédent</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of these mentions are negative; usually %2.</source>
        <translation>%1 de ces mentions sont négatives&#x202f;; d’habitude %2.</translation>
    </message>
    <message>
        <source>%1 of them repeat another one: copies, reposts, nearly the same words.</source>
        <translation>%1 en répètent une autre&#xa0;: copies, partages, mots presque identiques.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>rising: %1</source>
        <extracomment>Words that are used more than the day before, each with how many posts say it</extracomment>
        <translation>en hausse&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 negative, usually %2</source>
        <translation>%1 négatives, d’habitude %2</translation>
    </message>
    <message>
        <source>%1 copies</source>
        <translation>%1 de copies</translation>
    </message>
    <message>
        <source>%1: %2, %3 (threshold %4)</source>
        <extracomment>What an alert was before it grew: %1 a time, %2 the kind of alert, %3 and %4 numbers</extracomment>
        <translation>%1&#xa0;: %2, %3 (seuil %4)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 is a date with a time, %2 the time it ends (with the zone)</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>taken by %1</source>
        <translation>prise en charge par %1</translation>
    </message>
    <message>
        <source>dismissed by %1</source>
        <translation>écartée par %1</translation>
    </message>
</context>
<context>
    <name>vigie::gui::AssistedSend</name>
    <message>
        <source>The page could not be opened. Its address: %1</source>
        <translation>La page n’a pas pu être ouverte. Son adresse&#xa0;: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Open the post on %1 and answer there</source>
        <extracomment>Second step of sending by hand. %1 is the name of a site, such as mastodon.social.</extracomment>
        <translation>Ouvrez la publication sur %1 et répondez-y</translation>
    </message>
    <message>
        <source>Vigie knows no address of this post: find it on the network and answer there</source>
        <translation>Vigie ne connaît pas l’adresse de cette publication&#xa0;: retrouvez-la sur le réseau et répondez-y</translation>
    </message>
    <message>
        <source>Did this reply leave?</source>
        <translation>Cette réponse est-elle partie&#x202f;?</translation>
    </message>
    <message>
        <source>Send by hand</source>
        <translation>Envoi manuel assisté</translation>
    </message>
    <message>
        <source>Nobody knows yet, so Vigie never sends it again by itself. Look at the post, then say what you see.</source>
        <translation>Personne ne le sait encore&#x202f;; Vigie ne la renvoie donc jamais d’elle-même. Consultez la publication, puis indiquez ce que vous voyez.</translation>
    </message>
    <message>
        <source>Vigie sends nothing itself. The text is frozen until you say what happened.</source>
        <translation>Vigie n’envoie rien elle-même. Le texte est figé jusqu’à ce que vous indiquiez ce qui s’est passé.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiez le texte</translation>
    </message>
    <message>
        <source>Paste the link of your message, if it has one</source>
        <translation>Collez le lien de votre message, s’il en a un</translation>
    </message>
    <message>
        <source>Paste the link of your reply</source>
        <translation>Collez le lien de votre réponse</translation>
    </message>
    <message>
        <source>Link of your reply</source>
        <translation>Lien de votre réponse</translation>
    </message>
    <message>
        <source>Open the post</source>
        <translation>Ouvrir la publication</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>Elle a été envoyée</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Marquer comme envoyée</translation>
    </message>
    <message>
        <source>It was not sent</source>
        <translation>Elle n’a pas été envoyée</translation>
    </message>
    <message>
        <source>I did not send it</source>
        <translation>Je ne l’ai pas envoyée</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>Je ne sais pas</translation>
    </message>
    <message>
        <source>Look at the post on %1</source>
        <extracomment>First step of settling a reply. %1 is the name of a site, such as mastodon.social.</extracomment>
        <translation>Regarder la publication sur %1</translation>
    </message>
    <message>
        <source>Vigie knows no address of this post: look for it on the network</source>
        <translation>Vigie ne connaît pas l’adresse de cette publication&#xa0;: la chercher sur le réseau</translation>
    </message>
    <message>
        <source>If the reply is there, paste its link</source>
        <translation>Si la réponse s’y trouve, coller son lien</translation>
    </message>
</context>
<context>
    <name>vigie::gui::BudgetDialog</name>
    <message>
        <source>Daily budget of %1</source>
        <comment>%1 is an account</comment>
        <translation>Budget quotidien de %1</translation>
    </message>
    <message>
        <source>%1 takes money for each post that is read. When the budget of a day is used up, reading stops until midnight UTC; what was missed is read afterwards.</source>
        <translation>%1 fait payer chaque message lu. Quand le budget du jour est épuisé, la lecture s’arrête jusqu’à minuit UTC&#x202f;; ce qui a été manqué est lu ensuite.</translation>
    </message>
    <message>
        <source> US dollars</source>
        <comment>after a number</comment>
        <translation> dollars US</translation>
    </message>
    <message>
        <source>Reading may cost a &amp;day</source>
        <translation>Coût de lecture maximal par &amp;jour</translation>
    </message>
    <message>
        <source>Set the budget</source>
        <translation>Fixer le budget</translation>
    </message>
    <message>
        <source>reading has cost %1 of %2 today: it stops until midnight UTC</source>
        <extracomment>%1 and %2 are sums of money.</extracomment>
        <translation>la lecture a coûté %1 sur %2 aujourd’hui&#xa0;: elle s’arrête jusqu’à minuit UTC</translation>
    </message>
    <message>
        <source>reading has cost %1 of %2 today</source>
        <extracomment>%1 and %2 are sums of money.</extracomment>
        <translation>la lecture a coûté %1 sur %2 aujourd’hui</translation>
    </message>
</context>
<context>
    <name>vigie::gui::CadenceDialog</name>
    <message>
        <source>How often the crisis speaks</source>
        <translation>Rythme de parole de la crise</translation>
    </message>
    <message>
        <source>Where a severity level says nothing else. Times count from the opening of the crisis.</source>
        <translation>Sauf indication contraire d’un niveau de gravité. Les durées se comptent à partir de l’ouverture de la crise.</translation>
    </message>
    <message>
        <source>Take the change</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>&amp;First statement after</source>
        <translation>&amp;Première prise de parole après</translation>
    </message>
    <message>
        <source>What it is about, and what not, &amp;after</source>
        <translation>&amp;Périmètre précisé après</translation>
    </message>
    <message>
        <source>Add a phase</source>
        <translation>Ajouter une phase</translation>
    </message>
    <message>
        <source>&amp;Then an update every</source>
        <translation>P&amp;uis un point d’étape toutes les</translation>
    </message>
    <message>
        <source> min</source>
        <comment>after a number</comment>
        <translation>&#xa0;min</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>An update every</source>
        <extracomment>In a line with two fields: &quot;An update every [15 min] until [60 min]&quot;</extracomment>
        <translation>Un point d’étape toutes les</translation>
    </message>
    <message>
        <source>until</source>
        <translation>jusqu’à</translation>
    </message>
    <message>
        <source>Until this age of the crisis</source>
        <translation>Jusqu’à cet âge de la crise</translation>
    </message>
</context>
<context>
    <name>vigie::gui::CloseDialog</name>
    <message>
        <source>Close the crisis</source>
        <translation>Clôturer la crise</translation>
    </message>
    <message>
        <source>The team stands down and the clocks stop. The review is then filled in from what was recorded.</source>
        <translation>La cellule est levée et les compteurs s’arrêtent. Le retour d’expérience est ensuite prérempli à partir de ce qui a été consigné.</translation>
    </message>
    <message>
        <source>Close and go to the review</source>
        <translation>Clôturer et passer au retour d’expérience</translation>
    </message>
    <message>
        <source>&amp;Note for the log</source>
        <translation>&amp;Note pour la main courante</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>Facultatif.</translation>
    </message>
    <message>
        <source>Before standing down</source>
        <translation>Avant de lever la cellule</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) stay open; the log will say so:</source>
        <translation>
            <numerusform>%n tâche reste ouverte&#x202f;; la main courante l’indiquera&#xa0;:</numerusform>
            <numerusform>%n tâches restent ouvertes&#x202f;; la main courante l’indiquera&#xa0;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not tick an item of the checklist.</source>
        <translation>Impossible de cocher un point de la liste de contrôle.</translation>
    </message>
    <message>
        <source>Could not fill in the review.</source>
        <translation>Impossible de préremplir le retour d’expérience.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#x202f;?</translation>
    </message>
    <message>
        <source>Search all commands</source>
        <translation>Rechercher dans toutes les commandes</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
</context>
<context>
    <name>vigie::gui::Composer</name>
    <message>
        <source>The reply could not be opened.</source>
        <translation>La réponse n’a pas pu être ouverte.</translation>
    </message>
    <message>
        <source>The draft could not be saved.</source>
        <translation>Le brouillon n’a pas pu être enregistré.</translation>
    </message>
    <message>
        <source>A post of our own</source>
        <extracomment>Title of the composer. %1 is a person.</extracomment>
        <translation>Publication de la marque</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Réponse à %1</translation>
    </message>
    <message>
        <source>Exercise: nothing leaves Vigie from here.</source>
        <translation>Exercice&#xa0;: rien ne sort de Vigie d’ici.</translation>
    </message>
    <message>
        <source>Publication is suspended by %1: %2</source>
        <extracomment>%1 is a person, %2 the reason a person gave.</extracomment>
        <translation>Publications suspendues par %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Written by %1, waiting for approval.</source>
        <extracomment>%1 is the person who wrote the text.</extracomment>
        <translation>Texte de %1, en attente de validation.</translation>
    </message>
    <message>
        <source>Approved by %1. It has not been sent.</source>
        <translation>Validée par %1. Elle n’a pas été envoyée.</translation>
    </message>
    <message>
        <source>Sent %1.</source>
        <translation>Envoyée le %1.</translation>
    </message>
    <message>
        <source>Sent back: %1</source>
        <extracomment>%1 is the note of the person who did not approve.</extracomment>
        <translation>Renvoyée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Answered already by %1, %2.</source>
        <extracomment>%1 is a person, %2 a date and time.</extracomment>
        <translation>Réponse déjà donnée par %1, %2.</translation>
    </message>
    <message>
        <source>One cannot answer on %1 itself. Prepare the text here, and send it the way that page offers.</source>
        <translation>Il n’est pas possible de répondre sur %1. Préparez le texte ici, puis envoyez-le par le moyen que propose cette page.</translation>
    </message>
    <message>
        <source>On %1, no private message can follow a public post.</source>
        <translation>Sur %1, un message privé ne peut pas faire suite à une publication publique.</translation>
    </message>
    <message>
        <source>Only the recipient reads it. Order numbers and addresses belong here.</source>
        <translation>Seule la personne destinataire le lit. Numéros de commande et adresses ont leur place ici.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <extracomment>%1 is a time of day. The draft is in the database.</extracomment>
        <translation>Enregistré à %1</translation>
    </message>
    <message>
        <source>Not saved. Trying again.</source>
        <translation>Non enregistré. Nouvel essai en cours.</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Return)</source>
        <translation>%1 (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>The messages could not be read.</source>
        <translation>Les messages n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>Send back to %1</source>
        <translation>Renvoyer à %1</translation>
    </message>
    <message>
        <source>The reply becomes a draft again, and your note stands above it.</source>
        <translation>La réponse redevient un brouillon, surmonté de votre note.</translation>
    </message>
    <message>
        <source>What should change?</source>
        <translation>Que faut-il changer&#x202f;?</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Éditeur de réponse</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close; the draft is kept (Esc)</source>
        <translation>Fermer&#x202f;; le brouillon est conservé (Échap)</translation>
    </message>
    <message>
        <source>Reply in French</source>
        <translation>Répondre en français</translation>
    </message>
    <message>
        <source>Reply in English</source>
        <translation>Répondre en anglais</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Fill in what is missing first.</source>
        <translation>Compléter d’abord ce qui manque.</translation>
    </message>
    <message>
        <source>Both</source>
        <extracomment>A public and a private text, sent as one act.</extracomment>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>A public acknowledgement and a private message, as one act</source>
        <translation>Un accusé de réception public et un message privé, en un seul geste</translation>
    </message>
    <message>
        <source>Write both texts: the acknowledgement and the private message.</source>
        <translation>Rédigez les deux textes&#xa0;: l’accusé de réception et le message privé.</translation>
    </message>
    <message>
        <source>The two texts could not be parted.</source>
        <translation>Impossible de séparer les deux textes.</translation>
    </message>
    <message>
        <source>The public text stays with the drafts.</source>
        <translation>Le texte public reste parmi les brouillons.</translation>
    </message>
    <message>
        <source>The private text stays with the drafts.</source>
        <translation>Le texte privé reste parmi les brouillons.</translation>
    </message>
    <message>
        <source>The two texts could not be made one answer.</source>
        <translation>Impossible de réunir les deux textes en une réponse.</translation>
    </message>
    <message>
        <source>The acknowledgement leaves first, the private message once it is out. If the message cannot leave, the acknowledgement stays out; the message is kept here, and Vigie says what is missing.</source>
        <translation>L’accusé de réception part d’abord, le message privé une fois qu’il est publié. Si le message ne peut pas partir, l’accusé reste publié&#x202f;; le message est conservé ici et Vigie dit ce qui manque.</translation>
    </message>
    <message>
        <source>%1 lets a program answer only who has mentioned or quoted the account, and this post does neither. Vigie prepares the text; you send it in the browser.</source>
        <translation>%1 ne laisse un programme répondre qu’à qui a mentionné ou cité le compte, ce que ce message ne fait pas. Vigie prépare le texte&#x202f;; vous l’envoyez dans le navigateur.</translation>
    </message>
    <message>
        <source>On its way. It can be taken back until it has left.</source>
        <translation>En route. Elle peut être reprise tant qu’elle n’est pas partie.</translation>
    </message>
    <message>
        <source>Nobody needed to approve it. It has not been sent.</source>
        <translation>Aucune validation n’était requise. Elle n’a pas été envoyée.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::CrisisRoomPage</name>
    <message>
        <source>Could not take charge of the crisis.</source>
        <translation>Impossible de prendre la crise en charge.</translation>
    </message>
    <message>
        <source>Mark as resolved</source>
        <translation>Marquer comme résolue</translation>
    </message>
    <message>
        <source>The cause is gone. The team still stands until the crisis is closed.</source>
        <translation>La cause a disparu. La cellule reste active jusqu’à la clôture de la crise.</translation>
    </message>
    <message>
        <source>&amp;Note for the log</source>
        <translation>&amp;Note pour la main courante</translation>
    </message>
    <message>
        <source>Reopen the crisis</source>
        <translation>Rouvrir la crise</translation>
    </message>
    <message>
        <source>The team stands again and the clock of the next update starts anew.</source>
        <translation>La cellule est de nouveau active et le compte à rebours du prochain point repart.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Could not change the legal hold.</source>
        <translation>Impossible de modifier le gel juridique.</translation>
    </message>
    <message>
        <source>Could not take the task up again.</source>
        <translation>Impossible de reprendre la tâche.</translation>
    </message>
    <message>
        <source>Could not tick the task.</source>
        <translation>Impossible de cocher la tâche.</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <comment>%1 is a task</comment>
        <translation>Tâche faite&#xa0;: %1</translation>
    </message>
    <message>
        <source>This task asks for a proof.</source>
        <translation>Cette tâche demande une preuve.</translation>
    </message>
    <message>
        <source>&amp;Proof: a link, a number, a name</source>
        <translation>&amp;Preuve&#xa0;: un lien, un numéro, un nom</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marquer comme faite</translation>
    </message>
    <message>
        <source>Skip the task</source>
        <translation>Écarter la tâche</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>M’attribuer</translation>
    </message>
    <message>
        <source>Could not assign the task.</source>
        <translation>Impossible d’attribuer la tâche.</translation>
    </message>
    <message>
        <source>Could not change the star.</source>
        <translation>Impossible de modifier l’étoile.</translation>
    </message>
    <message>
        <source>Could not write in the log.</source>
        <translation>Impossible d’écrire dans la main courante.</translation>
    </message>
    <message>
        <source>Could not note that they were told.</source>
        <translation>Impossible de noter que l’information a été donnée.</translation>
    </message>
    <message>
        <source>Told: %1</source>
        <comment>%1 is a person or a group</comment>
        <translation>Information donnée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Change the words…</source>
        <translation>Modifier le texte…</translation>
    </message>
    <message>
        <source>Could not change the fact.</source>
        <translation>Impossible de modifier le fait.</translation>
    </message>
    <message>
        <source>Open a crisis</source>
        <translation>Ouvrir une crise</translation>
    </message>
    <message>
        <source>Post an update</source>
        <translation>Faire un point d’étape</translation>
    </message>
    <message>
        <source>Record a decision</source>
        <translation>Consigner une décision</translation>
    </message>
    <message>
        <source>Write in the log</source>
        <translation>Écrire dans la main courante</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Ajouter une tâche</translation>
    </message>
    <message>
        <source>Add a fact</source>
        <translation>Ajouter un fait</translation>
    </message>
    <message>
        <source>Add somebody who must be told</source>
        <translation>Ajouter une partie prenante à informer</translation>
    </message>
    <message>
        <source>Take charge</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>Change the severity…</source>
        <translation>Modifier la gravité…</translation>
    </message>
    <message>
        <source>Hand over a role…</source>
        <translation>Transmettre un rôle…</translation>
    </message>
    <message>
        <source>Mark as resolved…</source>
        <translation>Marquer comme résolue…</translation>
    </message>
    <message>
        <source>Close the crisis…</source>
        <translation>Clôturer la crise…</translation>
    </message>
    <message>
        <source>Reopen the crisis…</source>
        <translation>Rouvrir la crise…</translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation>Gel juridique</translation>
    </message>
    <message>
        <source>Nothing of this crisis is erased while it is on</source>
        <translation>Tant qu’il est actif, rien de cette crise n’est effacé</translation>
    </message>
    <message>
        <source>Go to the review</source>
        <translation>Aller au retour d’expérience</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Log</source>
        <comment>the running log of a crisis</comment>
        <translation>Main courante</translation>
    </message>
    <message>
        <source>What we know, who knows it</source>
        <translation>Ce que nous savons, qui le sait</translation>
    </message>
    <message>
        <source>Tasks: Space settles, the menu key shows more</source>
        <translation>Tâches&#xa0;: Espace règle la tâche, la touche Menu en montre davantage</translation>
    </message>
    <message>
        <source>Log: S stars an entry for the review</source>
        <translation>Main courante&#xa0;: S marque une entrée d’une étoile pour le retour d’expérience</translation>
    </message>
    <message>
        <source>Facts, people to tell, key mentions, decisions, updates</source>
        <translation>Faits, personnes à informer, mentions clés, décisions, points d’étape</translation>
    </message>
    <message>
        <source>Write in the log, Enter keeps it</source>
        <translation>Écrire dans la main courante, Entrée enregistre</translation>
    </message>
    <message>
        <source>New log entry</source>
        <translation>Nouvelle entrée de main courante</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter the log by words</source>
        <translation>Filtrer la main courante par mots</translation>
    </message>
    <message>
        <source>No crisis is open</source>
        <translation>Aucune crise ouverte</translation>
    </message>
    <message>
        <source>When something takes a bad turn, open a crisis here or from an alert. Tasks, the log, facts and the next update are then in one place, and the review writes itself from them.</source>
        <translation>Quand une situation tourne mal, ouvrez une crise ici ou depuis une alerte. Tâches, main courante, faits et prochain point sont alors réunis, et le retour d’expérience se rédige à partir d’eux.</translation>
    </message>
    <message>
        <source>Filter the log by kind</source>
        <translation>Filtrer la main courante par type</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Could not read the crisis.</source>
        <translation>Impossible de lire la crise.</translation>
    </message>
    <message numerus="yes">
        <source>%n crisis(es) open</source>
        <translation>
            <numerusform>%n crise ouverte</numerusform>
            <numerusform>%n crises ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>update overdue by %1</source>
        <comment>%1 is a duration</comment>
        <translation>point d’étape en retard de %1</translation>
    </message>
    <message>
        <source>next update at %1</source>
        <comment>%1 is a time</comment>
        <translation>prochain point à %1</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) overdue</source>
        <translation>
            <numerusform>%n tâche en retard</numerusform>
            <numerusform>%n tâches en retard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::CrisisStrip</name>
    <message>
        <source>closed %1</source>
        <comment>%1 is a date</comment>
        <translation>clôturée le %1</translation>
    </message>
    <message numerus="yes">
        <source>%n other crisis(es)</source>
        <comment>opens the list of crises</comment>
        <translation>
            <numerusform>%n autre crise</numerusform>
            <numerusform>%n autres crises</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clôturée</translation>
    </message>
    <message>
        <source>Resolved, the team still stands</source>
        <translation>Résolue, cellule encore active</translation>
    </message>
    <message>
        <source>Nobody in charge yet</source>
        <translation>Pas encore prise en charge</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <comment>%1 is a date and time</comment>
        <translation>Ouverte le %1</translation>
    </message>
    <message>
        <source>legal hold</source>
        <translation>gel juridique</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Ouverte depuis</translation>
    </message>
    <message>
        <source>It lasted</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Next update overdue by</source>
        <translation>Prochain point en retard de</translation>
    </message>
    <message>
        <source>Next update in</source>
        <translation>Prochain point dans</translation>
    </message>
    <message>
        <source>Crisis lead</source>
        <translation>Pilote de crise</translation>
    </message>
    <message>
        <source>More acts on this crisis</source>
        <translation>Autres actions sur cette crise</translation>
    </message>
    <message>
        <source>Choose another crisis</source>
        <translation>Choisir une autre crise</translation>
    </message>
</context>
<context>
    <name>vigie::gui::CurvePanel</name>
    <message>
        <source>%1 h</source>
        <extracomment>A span of time shown by the curve, as short as can be</extracomment>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1&#xa0;j</translation>
    </message>
    <message numerus="yes">
        <source>Show %n hour(s)</source>
        <translation>
            <numerusform>Afficher %n heure</numerusform>
            <numerusform>Afficher %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n day(s)</source>
        <translation>
            <numerusform>Afficher %n jour</numerusform>
            <numerusform>Afficher %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <extracomment>The span of time that was brushed on the curve</extracomment>
        <translation>%1, %2 – %3</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Show all times again (Escape)</source>
        <translation>Afficher à nouveau toute la période (Échap)</translation>
    </message>
    <message>
        <source>Only between %1 and %2; press to show all times again</source>
        <translation>Seulement entre %1 et %2&#x202f;; appuyer pour afficher à nouveau toute la période</translation>
    </message>
</context>
<context>
    <name>vigie::gui::DatabaseSection</name>
    <message>
        <source>✓ The file is whole, and all %1 entries of the audit log fit together.</source>
        <translation>✓ Le fichier est intact et les %1 entrées du journal d’audit s’enchaînent correctement.</translation>
    </message>
    <message>
        <source>✗ Something is wrong with the file. Keep it as it is, and restore the latest backup.</source>
        <translation>✗ Le fichier présente une anomalie. Conservez-le tel quel et restaurez la dernière sauvegarde.</translation>
    </message>
    <message>
        <source>Back up the database</source>
        <translation>Sauvegarder la base de données</translation>
    </message>
    <message>
        <source>Databases of Vigie (*.db)</source>
        <translation>Bases de données Vigie (*.db)</translation>
    </message>
    <message>
        <source>Choose another name: this is the database itself.</source>
        <translation>Choisissez un autre nom&#xa0;: c’est la base de données elle-même.</translation>
    </message>
    <message>
        <source>Backed up to %1.</source>
        <translation>Sauvegarde enregistrée dans %1.</translation>
    </message>
    <message>
        <source>Could not back the database up.</source>
        <translation>Impossible de sauvegarder la base de données.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sauvegarder…</translation>
    </message>
    <message>
        <source>A complete copy; everybody may go on working meanwhile</source>
        <translation>Une copie complète&#x202f;; tout le monde peut continuer à travailler pendant ce temps</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Checks the file and the whole audit log</source>
        <translation>Vérifie le fichier et tout le journal d’audit</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What is wrong with the file</source>
        <translation>Anomalies du fichier</translation>
    </message>
    <message>
        <source>Verifying… this takes some seconds on a large database.</source>
        <translation>Vérification… quelques secondes pour une base volumineuse.</translation>
    </message>
    <message>
        <source>Not verified since Vigie was started.</source>
        <translation>Pas de vérification depuis le démarrage de Vigie.</translation>
    </message>
    <message>
        <source>To restore a backup, close Vigie and run:  vigiectl restore FILE
It verifies the copy first and keeps what was there as “.before-restore”. From inside a running desk nobody can replace the file by mistake.</source>
        <translation>Pour restaurer une sauvegarde, fermez Vigie et lancez&#xa0;:  vigiectl restore FICHIER
La commande vérifie d’abord la copie et conserve l’état précédent sous «&#x202f;.before-restore&#x202f;». Depuis une session ouverte, personne ne peut remplacer le fichier par erreur.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
</context>
<context>
    <name>vigie::gui::DecisionDialog</name>
    <message>
        <source>Not needed</source>
        <translation>Pas nécessaire</translation>
    </message>
    <message>
        <source>Record a decision</source>
        <translation>Consigner une décision</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Consigner la décision</translation>
    </message>
    <message>
        <source>&amp;What was decided</source>
        <translation>&amp;Ce qui a été décidé</translation>
    </message>
    <message>
        <source>Wh&amp;y</source>
        <translation>&amp;Pourquoi</translation>
    </message>
    <message>
        <source>&amp;Options that were weighed</source>
        <translation>&amp;Options envisagées</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>Facultatif.</translation>
    </message>
    <message>
        <source>&amp;Look at it again</source>
        <translation>À &amp;revoir</translation>
    </message>
</context>
<context>
    <name>vigie::gui::DelayBox</name>
    <message>
        <source>in %1</source>
        <comment>%1 is a duration</comment>
        <translation>dans %1</translation>
    </message>
</context>
<context>
    <name>vigie::gui::DeskSection</name>
    <message>
        <source>You act as %1</source>
        <comment>%1 is a person&apos;s name</comment>
        <translation>Vous agissez en tant que %1</translation>
    </message>
    <message>
        <source>Could not read the settings.</source>
        <translation>Impossible de lire les réglages.</translation>
    </message>
    <message>
        <source>Could not save the settings.</source>
        <translation>Impossible d’enregistrer les réglages.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Cet espace de travail</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>Cet écran</translation>
    </message>
    <message>
        <source>Before a reply leaves</source>
        <translation>Avant l’envoi d’une réponse</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Fills {{brand}} in every message.</source>
        <translation>Remplace {{brand}} dans chaque message.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Stands beside everything you do here, in the log and in the audit.</source>
        <translation>Accompagne tout ce que vous faites ici, dans la main courante et le journal d’audit.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>All times on the pages and in the reports.</source>
        <translation>Celui de toutes les heures affichées dans les pages et les rapports.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Of the interface, at once. A crisis and its messages have a language of their own.</source>
        <translation>Celle de l’interface, avec effet immédiat. Une crise et ses messages ont leur propre langue.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Pre-approved texts that nobody changed need no second pair of eyes.</source>
        <translation>Les textes préapprouvés laissés inchangés se passent d’un second regard.</translation>
    </message>
    <message>
        <source>Contacts of the brand</source>
        <translation>Contacts de la marque</translation>
    </message>
    <message>
        <source>Phone numbers and addresses that may stand in a public reply, one a line. All others are taken for somebody&apos;s personal data, and the reply is held back.</source>
        <translation>Numéros de téléphone et adresses admis dans une réponse publique, un par ligne. Tous les autres sont considérés comme des données personnelles et la réponse est retenue.</translation>
    </message>
    <message>
        <source>Somebody else approves each reply</source>
        <translation>Une autre personne valide chaque réponse</translation>
    </message>
    <message>
        <source>Nobody needs to approve</source>
        <translation>Aucune validation requise</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Espace de travail</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Ce qui est conservé</translation>
    </message>
</context>
<context>
    <name>vigie::gui::DrillSession</name>
    <message>
        <source>The exercise is over. The score is on the Drills page.</source>
        <translation>L’exercice est terminé. Le score se trouve sur la page Exercices.</translation>
    </message>
    <message>
        <source>The exercise stopped.</source>
        <translation>L’exercice s’est interrompu.</translation>
    </message>
    <message>
        <source>Could not start the exercise.</source>
        <translation>Impossible de démarrer l’exercice.</translation>
    </message>
    <message>
        <source>Inject for %1: %2</source>
        <extracomment>An inject of a drill; %1 is the role it is for, %2 its title</extracomment>
        <translation>Stimulus pour %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Inject for %1: %2. %3</source>
        <extracomment>A line of the running log; %1 is a role, %2 a title, %3 a text</extracomment>
        <translation>Stimulus pour %1&#xa0;: %2. %3</translation>
    </message>
    <message>
        <source>Could not write the inject into the log.</source>
        <translation>Impossible d’inscrire le stimulus dans la main courante.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::DrillsPage</name>
    <message>
        <source>Start the exercise</source>
        <translation>Démarrer l’exercice</translation>
    </message>
    <message>
        <source>Open a file of posts…</source>
        <translation>Ouvrir un fichier de publications…</translation>
    </message>
    <message>
        <source>Fire the next inject now</source>
        <translation>Lancer le prochain stimulus</translation>
    </message>
    <message>
        <source>End the exercise…</source>
        <translation>Terminer l’exercice…</translation>
    </message>
    <message>
        <source>Open this exercise</source>
        <translation>Ouvrir cet exercice</translation>
    </message>
    <message>
        <source>Every page then shows this exercise, to be read</source>
        <translation>Toutes les pages affichent alors cet exercice, en lecture</translation>
    </message>
    <message>
        <source>Leave the exercise</source>
        <translation>Quitter l’exercice</translation>
    </message>
    <message>
        <source>Every page shows the real world again</source>
        <translation>Toutes les pages affichent de nouveau la situation réelle</translation>
    </message>
    <message>
        <source>Go to the review</source>
        <translation>Aller au retour d’expérience</translation>
    </message>
    <message>
        <source>Scenarios and past exercises</source>
        <translation>Scénarios et exercices passés</translation>
    </message>
    <message>
        <source>Could not read the past exercises.</source>
        <translation>Impossible de lire les exercices passés.</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Cannot be played</source>
        <translation>Non jouable</translation>
    </message>
    <message>
        <source>Exercises played</source>
        <translation>Exercices joués</translation>
    </message>
    <message>
        <source>None yet. A drill of forty minutes shows more than a plan read twice.</source>
        <translation>Aucun pour l’instant. Un exercice de quarante minutes en apprend plus qu’un plan relu deux fois.</translation>
    </message>
    <message>
        <source>Exercise under way: %1, %2 of %3 posts</source>
        <extracomment>Headline while a drill runs; %1 is its clock, %2 and %3 count posts</extracomment>
        <translation>Exercice en cours&#xa0;: %1, %2 publications sur %3</translation>
    </message>
    <message>
        <source>You are reading exercise no. %1</source>
        <translation>Vous consultez l’exercice n°&#xa0;%1</translation>
    </message>
    <message>
        <source>Practise before you need it</source>
        <translation>S’exercer avant d’en avoir besoin</translation>
    </message>
    <message numerus="yes">
        <source>%n exercise(s) played</source>
        <translation>
            <numerusform>%n exercice joué</numerusform>
            <numerusform>%n exercices joués</numerusform>
        </translation>
    </message>
    <message>
        <source>Another exercise is under way</source>
        <translation>Un autre exercice est en cours</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Open a file of posts</source>
        <translation>Ouvrir un fichier de publications</translation>
    </message>
    <message>
        <source>Posts or scenarios (*.ndjson *.jsonl *.json);;All files (*)</source>
        <translation>Publications ou scénarios (*.ndjson *.jsonl *.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>End the exercise</source>
        <translation>Terminer l’exercice</translation>
    </message>
    <message>
        <source>End the exercise here? The score is then of what was played so far; it cannot go on afterwards. Everything done in it stays readable.</source>
        <translation>Terminer l’exercice ici&#x202f;? Le score portera sur ce qui a été joué&#x202f;; l’exercice ne pourra plus reprendre. Tout ce qui y a été fait reste consultable.</translation>
    </message>
    <message>
        <source>End and score</source>
        <translation>Terminer et noter</translation>
    </message>
    <message>
        <source>You are back in the real world.</source>
        <translation>Vous êtes de retour dans la situation réelle.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ErrorText</name>
    <message>
        <source>Something in what was entered does not make sense.</source>
        <translation>Une des valeurs saisies n’est pas cohérente.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Check the entry and try again.</source>
        <translation>Vérifiez la saisie et réessayez.</translation>
    </message>
    <message>
        <source>The file or the answer is not in the expected form.</source>
        <translation>Le fichier ou la réponse n’a pas la forme attendue.</translation>
    </message>
    <message>
        <source>Check that it is the right file, or export it again.</source>
        <translation>Vérifiez que c’est le bon fichier, ou exportez-le à nouveau.</translation>
    </message>
    <message>
        <source>The file could not be read or written.</source>
        <translation>Le fichier n’a pas pu être lu ou écrit.</translation>
    </message>
    <message>
        <source>What Vigie holds is not touched.</source>
        <translation>Ce que contient Vigie n’est pas touché.</translation>
    </message>
    <message>
        <source>Check that the folder exists, that there is room on the disk and that you may write there.</source>
        <translation>Vérifiez que le dossier existe, qu’il reste de la place sur le disque et que vous avez le droit d’y écrire.</translation>
    </message>
    <message>
        <source>The database refused the operation.</source>
        <translation>La base de données a refusé l’opération.</translation>
    </message>
    <message>
        <source>Nothing was half done: what was saved before is safe.</source>
        <translation>Rien n’a été fait à moitié&#xa0;: ce qui était enregistré est en sûreté.</translation>
    </message>
    <message>
        <source>Check the room on the disk and try again.</source>
        <translation>Vérifiez la place sur le disque et réessayez.</translation>
    </message>
    <message>
        <source>This database was made by a later version of Vigie.</source>
        <translation>Cette base de données a été créée par une version plus récente de Vigie.</translation>
    </message>
    <message>
        <source>It was left untouched.</source>
        <translation>Elle n’a pas été touchée.</translation>
    </message>
    <message>
        <source>Install the latest version of Vigie, then open it again.</source>
        <translation>Installez la dernière version de Vigie, puis ouvrez-la à nouveau.</translation>
    </message>
    <message>
        <source>Another Vigie has this database open.</source>
        <translation>Cette base de données est déjà ouverte dans une autre fenêtre de Vigie.</translation>
    </message>
    <message>
        <source>Close the other one, or open this database to read only.</source>
        <translation>Fermez l’autre, ou ouvrez cette base de données en lecture seule.</translation>
    </message>
    <message>
        <source>The database file is damaged or is not a database of Vigie.</source>
        <translation>Le fichier est endommagé ou n’est pas une base de données Vigie.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>Restore the latest backup, or choose another file.</source>
        <translation>Restaurez la dernière sauvegarde, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Cet élément n’existe plus.</translation>
    </message>
    <message>
        <source>It may have been removed meanwhile.</source>
        <translation>Il a peut-être été supprimé entre-temps.</translation>
    </message>
    <message>
        <source>It changed meanwhile, or is in a state that does not allow this.</source>
        <translation>L’élément a changé entre-temps, ou son état ne permet pas cette opération.</translation>
    </message>
    <message>
        <source>Look at it again before you go on.</source>
        <translation>Consultez-le à nouveau avant de continuer.</translation>
    </message>
    <message>
        <source>The network did not answer.</source>
        <translation>Le réseau n’a pas répondu.</translation>
    </message>
    <message>
        <source>What you wrote is kept.</source>
        <translation>Ce que vous avez rédigé est conservé.</translation>
    </message>
    <message>
        <source>Check the connection; Vigie tries again by itself.</source>
        <translation>Vérifiez la connexion&#x202f;; Vigie réessaie automatiquement.</translation>
    </message>
    <message>
        <source>The answer took too long.</source>
        <translation>La réponse a trop tardé.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The network asks to be called less often.</source>
        <translation>Le réseau demande d’espacer les appels.</translation>
    </message>
    <message>
        <source>Nothing is lost; what waits goes out later.</source>
        <translation>Rien n’est perdu&#x202f;; ce qui attend partira plus tard.</translation>
    </message>
    <message>
        <source>Vigie tries again by itself.</source>
        <translation>Vigie réessaie automatiquement.</translation>
    </message>
    <message>
        <source>The network refused the account.</source>
        <translation>Le réseau a refusé le compte.</translation>
    </message>
    <message>
        <source>Sign in again in Settings.</source>
        <translation>Reconnectez-vous dans les Réglages.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>L’opération a été annulée.</translation>
    </message>
    <message>
        <source>Publication is suspended, or this is a drill: nothing goes out.</source>
        <translation>Les publications sont suspendues, ou un exercice est en cours&#xa0;: rien ne part.</translation>
    </message>
    <message>
        <source>The text is kept.</source>
        <translation>Le texte est conservé.</translation>
    </message>
    <message>
        <source>Resume publication first, if that is what you want.</source>
        <translation>Reprenez d’abord les publications, si c’est ce que vous voulez.</translation>
    </message>
    <message>
        <source>Vigie met a fault of its own.</source>
        <translation>Vigie a rencontré une erreur interne.</translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation>Ce qui était enregistré est en sûreté.</translation>
    </message>
    <message>
        <source>Try again; if it comes back, send the log to support.</source>
        <translation>Réessayez&#x202f;; si l’erreur revient, envoyez le journal technique à l’assistance.</translation>
    </message>
    <message>
        <source>Look at line %1 of the file.</source>
        <extracomment>%1 is a line number of a file</extracomment>
        <translation>Regardez la ligne %1 du fichier.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::FactDialog</name>
    <message>
        <source>Add a fact</source>
        <translation>Ajouter un fait</translation>
    </message>
    <message>
        <source>Change a fact</source>
        <translation>Modifier un fait</translation>
    </message>
    <message>
        <source>Add the fact</source>
        <translation>Ajouter le fait</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>Enregistrer la modification</translation>
    </message>
    <message>
        <source>&amp;Fact</source>
        <translation>&amp;Fait</translation>
    </message>
    <message>
        <source>&amp;How sure</source>
        <translation>&amp;Degré de certitude</translation>
    </message>
    <message>
        <source>&amp;Where it comes from</source>
        <translation>&amp;Origine de l’information</translation>
    </message>
    <message>
        <source>A person, a document, a link. May stay empty.</source>
        <translation>Une personne, un document, un lien. Facultatif.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::FiguresRow</name>
    <message>
        <source>it began</source>
        <translation>le début</translation>
    </message>
    <message>
        <source>it was detected</source>
        <translation>la détection</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Détection</translation>
    </message>
    <message>
        <source>Taken in charge</source>
        <translation>Prise en charge</translation>
    </message>
    <message>
        <source>somebody took charge</source>
        <translation>la prise en charge</translation>
    </message>
    <message>
        <source>First statement</source>
        <translation>Prise de parole</translation>
    </message>
    <message>
        <source>the first public statement</source>
        <translation>la première prise de parole publique</translation>
    </message>
    <message>
        <source>First reply</source>
        <translation>Première réponse</translation>
    </message>
    <message>
        <source>the first reply was sent</source>
        <translation>l’envoi de la première réponse</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>it was marked as resolved</source>
        <translation>le marquage comme résolue</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>Nothing was recorded for: %1.</source>
        <comment>%1: a moment, such as &apos;it was detected&apos;</comment>
        <translation>Rien n’a été consigné pour&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1: %2
%3: %4</source>
        <comment>two moments, each with its time</comment>
        <translation>%1&#xa0;: %2
%3&#xa0;: %4</translation>
    </message>
    <message>
        <source>target %1: missed</source>
        <comment>%1 is a duration</comment>
        <translation>cible %1&#xa0;: manquée</translation>
    </message>
    <message>
        <source>target %1: met</source>
        <comment>%1 is a duration</comment>
        <translation>cible %1&#xa0;: atteinte</translation>
    </message>
</context>
<context>
    <name>vigie::gui::FilterBar</name>
    <message>
        <source>Search (/)</source>
        <translation>Rechercher (/)</translation>
    </message>
    <message>
        <source>Words, &quot;a phrase&quot;, begin*</source>
        <translation>Mots, &quot;une expression&quot;, début*</translation>
    </message>
    <message>
        <source>Search mentions</source>
        <translation>Rechercher dans les mentions</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Veille</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tonalité</translation>
    </message>
    <message>
        <source>Fold copies</source>
        <translation>Regrouper les copies</translation>
    </message>
    <message>
        <source>All mentions</source>
        <translation>Toutes les mentions</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Every tone</source>
        <translation>Toutes les tonalités</translation>
    </message>
    <message>
        <source>Fold copies: of posts that say nearly the same, show only the first</source>
        <translation>Regrouper les copies&#xa0;: des publications presque identiques, n’afficher que la première</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>Ce qui peut se chercher</translation>
    </message>
    <message>
        <source>The plain words are looked for. At character %1: %2</source>
        <extracomment>The text of a search cannot be understood: %1 is the number of the character, %2 says what was expected there</extracomment>
        <translation>Les mots sont cherchés tels quels. Au caractère %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::gui::FindingDialog</name>
    <message>
        <source>Add a finding</source>
        <translation>Ajouter un constat</translation>
    </message>
    <message>
        <source>Change a finding</source>
        <translation>Modifier un constat</translation>
    </message>
    <message>
        <source>Write what happened and why it was possible, not who is to blame.</source>
        <translation>Décrivez ce qui s’est passé et pourquoi cela a été possible, sans désigner de coupable.</translation>
    </message>
    <message>
        <source>Add the finding</source>
        <translation>Ajouter le constat</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>Enregistrer la modification</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>&amp;Finding</source>
        <translation>&amp;Constat</translation>
    </message>
</context>
<context>
    <name>vigie::gui::FindingRow</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Screen reader. A gravity such as &quot;To correct&quot;, and what the check found.</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::gui::FindingsDialog</name>
    <message>
        <source>This file cannot be imported</source>
        <translation>Ce fichier ne peut pas être importé</translation>
    </message>
    <message>
        <source>%1 is not a playbook as Vigie writes one. Nothing was changed. Mend these places and import it again:</source>
        <translation>%1 n’est pas un plan d’action au format de Vigie. Rien n’a été modifié. Corrigez les points suivants, puis importez-le à nouveau&#xa0;:</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>ligne %1</translation>
    </message>
</context>
<context>
    <name>vigie::gui::FirstStart</name>
    <message>
        <source>Set up the desk</source>
        <translation>Préparer l’espace de travail</translation>
    </message>
    <message>
        <source>1  Your brand</source>
        <translation>1  Votre marque</translation>
    </message>
    <message>
        <source>2  Where to listen</source>
        <translation>2  Où écouter</translation>
    </message>
    <message>
        <source>3  You</source>
        <translation>3  Vous</translation>
    </message>
    <message>
        <source>Could not read the roles of the plans.</source>
        <translation>Impossible de lire les rôles des plans.</translation>
    </message>
    <message>
        <source>Whom does this desk look after?</source>
        <translation>Sur qui veillez-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Vigie counts what is said with these words, learns what is usual, and wakes you when it is not.</source>
        <translation>Vigie compte ce qui se dit avec ces mots, apprend ce qui est habituel et vous réveille quand cela ne l’est plus.</translation>
    </message>
    <message>
        <source>&amp;Brand</source>
        <translation>&amp;Marque</translation>
    </message>
    <message>
        <source>As it stands in your answers.</source>
        <translation>Telle qu’elle s’écrit dans vos réponses.</translation>
    </message>
    <message>
        <source>&amp;Words to watch</source>
        <translation>Mots à &amp;surveiller</translation>
    </message>
    <message>
        <source>One a line: the brand, its products, how people misspell them. Capitals and accents do not matter.</source>
        <translation>Un par ligne&#xa0;: la marque, ses produits, leurs fautes d’orthographe courantes. Majuscules et accents ne comptent pas.</translation>
    </message>
    <message>
        <source>Where do people talk about it?</source>
        <translation>Où en parle-t-on&#x202f;?</translation>
    </message>
    <message>
        <source>One place is enough to begin with. More are added in Settings, as many as you like.</source>
        <translation>Un endroit suffit pour commencer. Les Réglages en accueillent autant que vous voulez.</translation>
    </message>
    <message>
        <source>A &amp;feed of a network, a forum or the press (RSS, Atom, JSON)</source>
        <translation>Un &amp;flux d’un réseau, d’un forum ou de la presse (RSS, Atom, JSON)</translation>
    </message>
    <message>
        <source>Address of the feed</source>
        <translation>Adresse du flux</translation>
    </message>
    <message>
        <source>A file of &amp;posts: an export of your monitoring tool (CSV, NDJSON)</source>
        <translation>Un fichier de &amp;publications&#xa0;: l’export de votre outil de veille (CSV, NDJSON)</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Choisir le fichier…</translation>
    </message>
    <message>
        <source>The &amp;sample crisis of an invented brand, as an exercise</source>
        <translation>La crise d’&amp;exemple d’une marque inventée, en exercice</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Plus &amp;tard</translation>
    </message>
    <message>
        <source>Who sits at this desk?</source>
        <translation>Qui êtes-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Your name stands beside everything you do here. Your role decides which tasks of a crisis are yours.</source>
        <translation>Votre nom accompagne tout ce que vous faites ici. Votre rôle dit quelles tâches d’une crise vous reviennent.</translation>
    </message>
    <message>
        <source>No role yet</source>
        <translation>Pas encore de rôle</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Votre &amp;nom</translation>
    </message>
    <message>
        <source>Your &amp;role</source>
        <translation>Votre &amp;rôle</translation>
    </message>
    <message>
        <source>From the plans that come with Vigie. It can be changed at any time.</source>
        <translation>Tiré des plans livrés avec Vigie. Modifiable à tout moment.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Begin with an empty desk; everything is in Settings</source>
        <translation>Commencer à vide&#x202f;; tout se trouve dans les Réglages</translation>
    </message>
    <message>
        <source>Try the drill</source>
        <translation>Essayer l’exercice</translation>
    </message>
    <message>
        <source>See a crisis arrive, with an invented brand; nothing is sent</source>
        <translation>Voir arriver une crise, avec une marque inventée&#x202f;; rien n’est envoyé</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Import a file of posts</source>
        <translation>Importer un fichier de publications</translation>
    </message>
    <message>
        <source>Posts (*.csv *.tsv *.txt *.ndjson *.jsonl);;All files (*)</source>
        <translation>Publications (*.csv *.tsv *.txt *.ndjson *.jsonl);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The desk is set up. Everything can be changed in Settings.</source>
        <translation>L’espace de travail est prêt. Tout se change dans les Réglages.</translation>
    </message>
    <message>
        <source>Our words</source>
        <translation>Nos mots</translation>
    </message>
    <message>
        <source>Could not add the watch.</source>
        <translation>Impossible d’ajouter la veille.</translation>
    </message>
    <message>
        <source>Could not add the feed.</source>
        <translation>Impossible d’ajouter le flux.</translation>
    </message>
    <message>
        <source>Could not add you to the directory.</source>
        <translation>Impossible de vous ajouter à l’annuaire.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::HandOverDialog</name>
    <message>
        <source>Hand over a role</source>
        <translation>Transmettre un rôle</translation>
    </message>
    <message>
        <source>The open tasks of the role go with it.</source>
        <translation>Les tâches ouvertes du rôle sont transmises avec lui.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Transmettre</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rôle</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Personne</translation>
    </message>
    <message>
        <source>&amp;Note for them</source>
        <translation>&amp;Note de passation</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>Facultatif.</translation>
    </message>
    <message>
        <source>Nobody holds it now.</source>
        <translation>Actuellement sans titulaire.</translation>
    </message>
    <message>
        <source>Held by %1 now.</source>
        <translation>Actuellement confié à %1.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::HelpDialog</name>
    <message>
        <source>Help and keys</source>
        <translation>Aide et raccourcis</translation>
    </message>
    <message>
        <source>Everything people say, newest first. The curve shows how much is said and in which tone; drag over it to see only that time. An alert says in figures why it was raised; open a crisis from it when it is one. Work the list by keyboard: J and K move, R answers, E marks as done, S closes without an answer and asks why.</source>
        <translation>Tout ce qui se dit, le plus récent en premier. La courbe montre le volume et la tonalité&#x202f;; sélectionnez-y une période à la souris pour n’afficher qu’elle. Une alerte explique, chiffres à l’appui, pourquoi elle s’est déclenchée&#x202f;; si c’en est une, ouvrez une crise à partir d’elle. Parcourez la liste au clavier&#xa0;: J et K pour se déplacer, R pour répondre, E pour marquer comme traitée, S pour clore sans réponse en indiquant le motif.</translation>
    </message>
    <message>
        <source>One crisis at a glance: how grave it is, when the next update is due, who does what, and everything that was done, in order. What is confirmed, what is being checked and what must not be said stand side by side.</source>
        <translation>Une crise d’un seul coup d’œil&#xa0;: son niveau de gravité, l’heure du prochain point d’étape, qui fait quoi, et tout ce qui a été fait, dans l’ordre. Ce qui est confirmé, ce qui est en cours de vérification et ce qu’il ne faut pas dire figurent côte à côte.</translation>
    </message>
    <message>
        <source>What to do in each kind of crisis, prepared on a quiet day: steps with an owner and a time, roles, and messages that were approved beforehand in French and in English.</source>
        <translation>Que faire dans chaque type de crise, préparé par temps calme&#xa0;: des étapes avec responsable et échéance, des rôles, et des messages préapprouvés en français et en anglais.</translation>
    </message>
    <message>
        <source>Answers on their way: drafts, what waits for approval, what is ready to go, what was sent. Nothing leaves before somebody else has approved it, and nothing leaves twice.</source>
        <translation>Les réponses en préparation&#xa0;: les brouillons, ce qui attend une validation, ce qui est prêt à partir, ce qui a été envoyé. Rien ne part sans la validation d’une autre personne, et rien ne part deux fois.</translation>
    </message>
    <message>
        <source>What a crisis taught: its figures, what worked, what did not, and who will change what by when. The document is written beside it and can be given to a board as a PDF.</source>
        <translation>Ce qu’une crise a appris&#xa0;: ses chiffres, les points forts, les axes d’amélioration, et qui changera quoi pour quand. Le document se rédige à côté et peut être remis à une direction en PDF.</translation>
    </message>
    <message>
        <source>Practise on a recorded crisis. A drill has its own clock and its own data, can send nothing to anybody, and never enters the statistics.</source>
        <translation>S’entraîner sur une crise enregistrée. Un exercice a sa propre horloge et ses propres données, ne peut rien envoyer à personne et n’entre jamais dans les statistiques.</translation>
    </message>
    <message>
        <source>Your brand, the words to watch, the sources, the people and their roles, and how Vigie looks and speaks.</source>
        <translation>Votre marque, les mots à surveiller, les sources, les personnes et leurs rôles, ainsi que l’apparence et la langue de Vigie.</translation>
    </message>
    <message>
        <source>What can be searched for and watched</source>
        <translation>Ce qui peut se chercher et se surveiller</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ImportDialog</name>
    <message>
        <source>Progress of the import</source>
        <translation>Progression de l’import</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import a file of posts</source>
        <translation>Importer un fichier de publications</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Premières lignes du fichier</translation>
    </message>
    <message>
        <source>Lines that were not taken</source>
        <translation>Lignes non reprises</translation>
    </message>
    <message>
        <source>One post a line. Every field has its name already: there is nothing to choose.</source>
        <translation>Une publication par ligne. Chaque champ est déjà nommé&#xa0;: il n’y a rien à choisir.</translation>
    </message>
    <message>
        <source>First lines</source>
        <translation>Premières lignes</translation>
    </message>
    <message>
        <source>A table as %1 exports it.</source>
        <comment>%1 is the name of a tool</comment>
        <translation>Un tableau exporté par %1.</translation>
    </message>
    <message>
        <source>A table. Say which column is what; what is not used is kept beside the post.</source>
        <translation>Un tableau. Indiquez à quoi correspond chaque colonne&#x202f;; ce qui n’est pas utilisé est conservé avec la publication.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n column(s).</source>
        <comment>an encoding, a count</comment>
        <translation>
            <numerusform>%1, %n colonne.</numerusform>
            <numerusform>%1, %n colonnes.</numerusform>
        </translation>
    </message>
    <message>
        <source>— not in the file —</source>
        <translation>— absent du fichier —</translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (obligatoire)</translation>
    </message>
    <message>
        <source>By what the column shows</source>
        <translation>D’après le contenu de la colonne</translation>
    </message>
    <message>
        <source>3 April: the day comes first</source>
        <translation>3&#xa0;avril&#xa0;: le jour en premier</translation>
    </message>
    <message>
        <source>4 March: the month comes first</source>
        <translation>4&#xa0;mars&#xa0;: le mois en premier</translation>
    </message>
    <message>
        <source>03/04/2026 means</source>
        <translation>03/04/2026 signifie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Choose the column of: %1</source>
        <translation>Choisir la colonne pour&#xa0;: %1</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Address of the post</source>
        <translation>Adresse de la publication</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Date, or date and time</source>
        <translation>Date, ou date et heure</translation>
    </message>
    <message>
        <source>Time, where it stands apart</source>
        <translation>Heure, si elle est à part</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Author&apos;s account</source>
        <translation>Compte de l’auteur·rice</translation>
    </message>
    <message>
        <source>Author&apos;s name</source>
        <translation>Nom de l’auteur·rice</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Abonnés</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Reply to</source>
        <translation>En réponse à</translation>
    </message>
    <message>
        <source>First post of the thread</source>
        <translation>Première publication du fil</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>J’aime</translation>
    </message>
    <message>
        <source>Reposts</source>
        <translation>Partages</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>You may go on working meanwhile. What is stored stays, even when you cancel.</source>
        <translation>Vous pouvez continuer à travailler pendant ce temps. Ce qui est enregistré le reste, même si vous annulez.</translation>
    </message>
    <message>
        <source>Cancelled: what was read until then is stored.</source>
        <translation>Import annulé&#xa0;: ce qui a été lu jusque-là est enregistré.</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Import terminé.</translation>
    </message>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>%n nouvelle publication</numerusform>
            <numerusform>%n nouvelles publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n déjà connue</numerusform>
            <numerusform>%n déjà connues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed since</source>
        <translation>
            <numerusform>%n modifiée depuis</numerusform>
            <numerusform>%n modifiées depuis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alerte</numerusform>
            <numerusform>%n alertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were not taken</source>
        <translation>
            <numerusform>%n ligne n’a pas été reprise</numerusform>
            <numerusform>%n lignes n’ont pas été reprises</numerusform>
        </translation>
    </message>
    <message>
        <source>no line was left out</source>
        <translation>aucune ligne écartée</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>ligne %1</translation>
    </message>
</context>
<context>
    <name>vigie::gui::LearningSection</name>
    <message numerus="yes">
        <source>%n post(s): wrong on %1 before, on %2 after</source>
        <extracomment>%n posts whose tone people corrected or confirmed; %1 and %2 are percentages.</extracomment>
        <translation>
            <numerusform>%n publication&#xa0;: erreur sur %1 avant, sur %2 après</numerusform>
            <numerusform>%n publications&#xa0;: erreur sur %1 avant, sur %2 après</numerusform>
        </translation>
    </message>
    <message>
        <source>More negative here</source>
        <translation>Plus négatif ici</translation>
    </message>
    <message>
        <source>More positive here</source>
        <translation>Plus positif ici</translation>
    </message>
    <message numerus="yes">
        <source>in %n post(s)</source>
        <translation>
            <numerusform>dans %n publication</numerusform>
            <numerusform>dans %n publications</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, such as: %2</source>
        <extracomment>%1 says in how many posts a word stands, %2 is the newest of them</extracomment>
        <translation>%1, par exemple&#xa0;: %2</translation>
    </message>
    <message>
        <source>No word weighs otherwise yet: they are too few, or what the judge said was right.</source>
        <translation>Aucun mot ne pèse encore autrement&#xa0;: les corrections sont trop peu nombreuses, ou le jugement était juste.</translation>
    </message>
    <message>
        <source>Forget what was learnt</source>
        <translation>Oublier ce qui a été appris</translation>
    </message>
    <message>
        <source>The tone of new mentions is judged as it was when Vigie was installed, until somebody corrects one again. Corrections stay with their mentions; what was learnt from files is deleted.

This is written in the audit log, with your name.</source>
        <translation>La tonalité des nouvelles mentions sera jugée comme à l’installation de Vigie, jusqu’à la prochaine correction. Les corrections restent attachées à leurs mentions&#xa0;; ce qui a été appris de fichiers est supprimé.

Cela est inscrit au journal d’audit, à votre nom.</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Forgotten. New mentions are judged by the shipped model.</source>
        <translation>Oublié. Les nouvelles mentions sont jugées par le modèle d’origine.</translation>
    </message>
    <message>
        <source>What was learnt could not be forgotten.</source>
        <translation>Ce qui a été appris n’a pas pu être oublié.</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Oublier…</translation>
    </message>
    <message>
        <source>Back to the shipped judge of tone</source>
        <translation>Revenir au jugement de tonalité d’origine</translation>
    </message>
    <message>
        <source>Whenever somebody corrects or confirms the tone of a mention, the judge of tone learns from it, for this desk alone. These words weigh otherwise now than in the shipped judge; the most telling come first.</source>
        <translation>Chaque fois que quelqu’un corrige ou confirme la tonalité d’une mention, Vigie en tire la leçon, pour votre équipe seulement. Ces mots pèsent désormais autrement qu’à l’origine&#xa0;; les plus parlants viennent en premier.</translation>
    </message>
    <message>
        <source>Nothing was learnt yet</source>
        <translation>Rien n’a encore été appris</translation>
    </message>
    <message>
        <source>Click the tone of a mention to correct it where it is wrong, or to confirm it where it is right. New mentions are judged with what you said at once.</source>
        <translation>Cliquez sur la tonalité d’une mention pour la corriger si elle est fausse, ou la confirmer si elle est juste. Les nouvelles mentions sont aussitôt jugées en conséquence.</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>Ce qui a été appris</translation>
    </message>
</context>
<context>
    <name>vigie::gui::LegalHoldSwitch</name>
    <message>
        <source>Could not read the settings.</source>
        <translation>Impossible de lire les réglages.</translation>
    </message>
    <message>
        <source>From now on, the text of a post that is deleted on its network stays here, marked as deleted. Networks ask for the opposite: hold only what a lawyer has asked for. What was removed before does not come back.</source>
        <translation>Désormais, le texte d’un message supprimé sur son réseau reste ici, marqué comme supprimé. Les réseaux demandent le contraire&#xa0;: ne gelez que ce qu’un juriste a demandé. Ce qui a été effacé avant ne revient pas.</translation>
    </message>
    <message>
        <source>From now on, the text of a post that is deleted on its network is removed here as well. What the hold has kept so far stays.</source>
        <translation>Désormais, le texte d’un message supprimé sur son réseau est effacé ici aussi. Ce que le gel a conservé jusqu’ici reste.</translation>
    </message>
    <message>
        <source>Begin a legal hold</source>
        <translation>Commencer un gel juridique</translation>
    </message>
    <message>
        <source>End the legal hold</source>
        <translation>Lever le gel juridique</translation>
    </message>
    <message>
        <source>This is written in the audit log, with your name.</source>
        <translation>Cet acte est inscrit dans le journal d’audit, avec votre nom.</translation>
    </message>
    <message>
        <source>Begin the hold</source>
        <translation>Commencer le gel</translation>
    </message>
    <message>
        <source>End the hold</source>
        <translation>Lever le gel</translation>
    </message>
    <message>
        <source>Could not change the legal hold.</source>
        <translation>Impossible de modifier le gel juridique.</translation>
    </message>
    <message>
        <source>Legal hold: texts that are deleted on their network stay here.</source>
        <translation>Gel juridique&#xa0;: les textes supprimés sur leur réseau restent ici.</translation>
    </message>
    <message>
        <source>The legal hold has ended.</source>
        <translation>Le gel juridique est levé.</translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation>Gel juridique</translation>
    </message>
    <message>
        <source>Keeps the text of posts that are deleted on their network. Without it, their text and author are removed here too, as the networks ask; evidence that somebody took stays in any case.</source>
        <translation>Conserve le texte des messages supprimés sur leur réseau. Sans lui, leur texte et leur auteur sont aussi effacés ici, comme les réseaux le demandent&#x202f;; les preuves capturées restent dans tous les cas.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ListSection</name>
    <message>
        <source>Remove it</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>vigie::gui::MainWindow</name>
    <message>
        <source>Vigie — DRILL</source>
        <translation>Vigie — EXERCICE</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>About Vigie</source>
        <translation>À propos de Vigie</translation>
    </message>
    <message>
        <source>Vigie %1
Crisis desk for communications teams.
Free software under the GNU GPL, version 3 or later.</source>
        <translation>Vigie %1
Le poste de crise des équipes de communication.
Logiciel libre sous licence GNU GPL, version&#xa0;3 ou ultérieure.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>Take back the last act</source>
        <translation>Annuler la dernière action</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Palette de commandes…</translation>
    </message>
    <message>
        <source>Close the composer</source>
        <translation>Fermer le volet de rédaction</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation>Aide sur cette page</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>DRILL</source>
        <extracomment>The band shown on every page during a drill (French: EXERCICE)</extracomment>
        <translation>EXERCICE</translation>
    </message>
    <message>
        <source>This is an exercise: nothing can be sent, and nothing enters the statistics.</source>
        <translation>Ceci est un exercice&#xa0;: rien ne peut être envoyé et rien n’entre dans les statistiques.</translation>
    </message>
    <message>
        <source>Show the drill</source>
        <translation>Afficher l’exercice</translation>
    </message>
    <message>
        <source>Publication suspended</source>
        <translation>Publications suspendues</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Another Vigie holds this database. Everything can be read; nothing can be changed here.</source>
        <translation>Cette base de données est utilisée par une autre instance de Vigie. Tout peut être lu&#x202f;; rien ne peut être modifié ici.</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Pas de réseau</translation>
    </message>
    <message>
        <source>What can be searched for and watched</source>
        <translation>Ce qui peut se chercher et se surveiller</translation>
    </message>
</context>
<context>
    <name>vigie::gui::MentionDetailView</name>
    <message>
        <source>%1 followers</source>
        <translation>%1&#xa0;abonnés</translation>
    </message>
    <message numerus="yes">
        <source>%n repost(s)</source>
        <translation>
            <numerusform>%n partage</numerusform>
            <numerusform>%n partages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n J’aime</numerusform>
            <numerusform>%n J’aime</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>attribuée à %1</translation>
    </message>
    <message>
        <source>Posted %1
Captured %2</source>
        <translation>Publication&#xa0;: %1
Capture&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) in all, %1 of them negative.</source>
        <extracomment>What is known of an author. %1 of them are negative.</extracomment>
        <translation>
            <numerusform>%n mention au total, dont %1 de tonalité négative.</numerusform>
            <numerusform>%n mentions au total, dont %1 de tonalité négative.</numerusform>
        </translation>
    </message>
    <message>
        <source>Found by: %1</source>
        <translation>Repérée par&#xa0;: %1</translation>
    </message>
    <message>
        <source>Captured: %1</source>
        <translation>Capture&#xa0;: %1</translation>
    </message>
    <message>
        <source>SHA-256 of the text: %1</source>
        <translation>SHA-256 du texte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Before it was edited (%1): %2</source>
        <translation>Avant modification (%1)&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>Said %n time(s) in nearly the same words</source>
        <translation>
            <numerusform>Dit %n fois presque mot pour mot</numerusform>
            <numerusform>Dit %n fois presque mot pour mot</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the label %1</source>
        <translation>Retirer l’étiquette %1</translation>
    </message>
    <message>
        <source>Label %1; press to remove it</source>
        <translation>Étiquette %1&#x202f;; appuyer pour la retirer</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Text of the mention</source>
        <translation>Texte de la mention</translation>
    </message>
    <message>
        <source>Add a note for the team, then Enter</source>
        <translation>Ajouter une note pour l’équipe, puis Entrée</translation>
    </message>
    <message>
        <source>New note for the team</source>
        <translation>Nouvelle note pour l’équipe</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Correct the tone</source>
        <translation>Corriger la tonalité</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tonalité</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>The author</source>
        <translation>Auteur·rice</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>%1, negativity %2. %3</source>
        <translation>%1, négativité %2. %3</translation>
    </message>
    <message>
        <source>How negative the words are: 0 is not at all, 100 entirely.</source>
        <translation>À quel point les mots sont négatifs&#xa0;: 0 pas du tout, 100 entièrement.</translation>
    </message>
    <message>
        <source>In which order to look. How much each factor weighs is set in Settings, Priority.</source>
        <translation>Dans quel ordre regarder. Le poids de chaque facteur se règle dans Réglages, Priorité.</translation>
    </message>
    <message>
        <source>A deleted post</source>
        <extracomment>In the place of an author&apos;s name, which went with the post.</extracomment>
        <translation>Un message supprimé</translation>
    </message>
</context>
<context>
    <name>vigie::gui::MentionDialog</name>
    <message>
        <source>Add a mention by hand</source>
        <translation>Ajouter une mention à la main</translation>
    </message>
    <message>
        <source>For what no source brings: a screenshot, a letter, a closed group, a call. It is judged and counted like any other, and keeps your name as who entered it.</source>
        <translation>Pour ce qu’aucune source n’apporte&#xa0;: une capture d’écran, une lettre, un groupe fermé, un appel. Elle est analysée et comptée comme les autres, et garde votre nom comme celui de la personne qui l’a saisie.</translation>
    </message>
    <message>
        <source>Add the mention</source>
        <translation>Ajouter la mention</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <extracomment>Where a mention was made, when it is none of the networks of the list: a letter, a call, a shop</extracomment>
        <translation>Ailleurs</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Auteur</translation>
    </message>
    <message>
        <source>A name or a handle. May stay empty.</source>
        <translation>Un nom ou un identifiant. Peut rester vide.</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>The link to the post, where there is one: it lets you answer there.</source>
        <translation>Le lien vers la publication, s’il y en a un&#xa0;: il permet d’y répondre.</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Réseau</translation>
    </message>
    <message>
        <source>&amp;When (%1)</source>
        <extracomment>%1 is a time zone</extracomment>
        <translation>&amp;Quand (%1)</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://.</source>
        <translation>L’adresse doit commencer par http:// ou https://.</translation>
    </message>
    <message>
        <source>The mention was added.</source>
        <translation>La mention est ajoutée.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::MentionTexts</name>
    <message>
        <source>Undetermined</source>
        <translation>Indéterminée</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Négative</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutre</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positive</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Traitée</translation>
    </message>
    <message>
        <source>No word in it speaks for a tone.</source>
        <translation>Aucun mot n’y révèle de tonalité.</translation>
    </message>
    <message>
        <source>Weighs towards negative: %1.</source>
        <translation>Pèse du côté négatif&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Weighs towards positive: %1.</source>
        <translation>Pèse du côté positif&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A risk topic and the words that gave it</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>on %1</source>
        <extracomment>For screen readers: %1 is the name of a network</extracomment>
        <translation>sur %1</translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copie</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>attribuée à %1</translation>
    </message>
    <message>
        <source>tone %1 of %2</source>
        <translation>tonalité %1 sur %2</translation>
    </message>
    <message>
        <source>risk %1 of %2</source>
        <translation>risque %1 sur %2</translation>
    </message>
    <message>
        <source>reach %1 of %2</source>
        <translation>portée %1 sur %2</translation>
    </message>
    <message>
        <source>speed %1 of %2</source>
        <extracomment>Copies and reactions an hour</extracomment>
        <translation>vitesse %1 sur %2</translation>
    </message>
    <message>
        <source>question %1 of %2</source>
        <translation>question %1 sur %2</translation>
    </message>
    <message>
        <source>waiting %1 of %2</source>
        <extracomment>How long nobody has dealt with it</extracomment>
        <translation>attente %1 sur %2</translation>
    </message>
    <message>
        <source>%1 of 100: %2.</source>
        <translation>%1 sur 100&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Deleted on %1. Its text was removed here, too.</source>
        <extracomment>In a list, in the place of a post&apos;s text. %1 is the name of a network.</extracomment>
        <translation>Supprimé sur %1. Son texte a aussi été effacé ici.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <extracomment>On the card of a post that was deleted on its network.</extracomment>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Deleted on %1; Vigie learnt it on %2. The network asks that what was deleted there be deleted elsewhere: its text and its author were removed here. Notes, times and evidence that was taken stay.</source>
        <extracomment>%1 is the name of a network, %2 a date and time.</extracomment>
        <translation>Supprimé sur %1&#x202f;; Vigie l’a appris le %2. Le réseau demande que ce qui y est supprimé le soit aussi ailleurs&#xa0;: son texte et son auteur ont été effacés ici. Les notes, les heures et les preuves capturées restent.</translation>
    </message>
    <message>
        <source>Deleted on %1; Vigie learnt it on %2. The text is still here because of the legal hold. It is kept as evidence, not to be published.</source>
        <extracomment>%1 is the name of a network, %2 a date and time.</extracomment>
        <translation>Supprimé sur %1&#x202f;; Vigie l’a appris le %2. Le texte est encore ici en raison du gel juridique. Il est conservé comme preuve, non pour être publié.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::MentionView</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the newest (Home)</source>
        <translation>Aller à la plus récente (Début)</translation>
    </message>
</context>
<context>
    <name>vigie::gui::MessageChoiceModel</name>
    <message>
        <source>This text has expired. Have it read and approved again in Playbooks.</source>
        <translation>Ce texte a expiré. Faites-le relire et valider à nouveau dans Plans d’action.</translation>
    </message>
    <message>
        <source>Nobody has approved this text yet. Have it approved in Playbooks.</source>
        <translation>Personne n’a encore validé ce texte. Faites-le valider dans Plans d’action.</translation>
    </message>
    <message>
        <source>Approved</source>
        <extracomment>State of a pre-approved message.</extracomment>
        <translation>Validé</translation>
    </message>
    <message>
        <source>Expired</source>
        <extracomment>State of a pre-approved message.</extracomment>
        <translation>Expiré</translation>
    </message>
    <message>
        <source>Not approved</source>
        <extracomment>State of a pre-approved message.</extracomment>
        <translation>Non validé</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Phase and audience of a pre-approved message, such as &quot;Update · Press&quot;.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <extracomment>Screen reader. Title, phase and audience, state, text of a pre-approved message.</extracomment>
        <translation>%1, %2, %3&#xa0;: %4</translation>
    </message>
</context>
<context>
    <name>vigie::gui::MessagePanel</name>
    <message>
        <source>kept by %1</source>
        <comment>%1 is a role</comment>
        <translation>suivi&#xa0;: %1</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <comment>%1 is a role</comment>
        <translation>validation&#xa0;: %1</translation>
    </message>
    <message>
        <source>The text in %1 was changed after the one in %2. Read both.</source>
        <comment>%1 and %2 are languages</comment>
        <translation>Le texte (%1) a été modifié après l’autre version (%2). Relisez les deux.</translation>
    </message>
    <message>
        <source>Saved as a draft. It needs an approval before it is used.</source>
        <translation>Enregistré comme brouillon. Une validation est nécessaire avant utilisation.</translation>
    </message>
    <message>
        <source>Could not save the text.</source>
        <translation>Impossible d’enregistrer le texte.</translation>
    </message>
    <message>
        <source>Could not add the text.</source>
        <translation>Impossible d’ajouter le texte.</translation>
    </message>
    <message>
        <source>Approval asked for.</source>
        <translation>Validation demandée.</translation>
    </message>
    <message>
        <source>Could not ask for approval.</source>
        <translation>Impossible de demander la validation.</translation>
    </message>
    <message>
        <source>Approve the text</source>
        <translation>Valider le texte</translation>
    </message>
    <message>
        <source>From now on it may be sent as it stands, until it expires. Your name is kept with it.</source>
        <translation>Il pourra désormais être envoyé tel quel, jusqu’à son expiration. Votre nom y reste associé.</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Texte validé.</translation>
    </message>
    <message>
        <source>Reject the text</source>
        <translation>Refuser le texte</translation>
    </message>
    <message>
        <source>It goes back to its author, who reads why.</source>
        <translation>Il revient à la personne qui l’a écrit, avec le motif.</translation>
    </message>
    <message>
        <source>What &amp;must change</source>
        <translation>Ce qui &amp;doit changer</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Rejected; the author is told why.</source>
        <translation>Texte refusé&#x202f;; le motif est transmis.</translation>
    </message>
    <message>
        <source>Noted: both languages say the same.</source>
        <translation>C’est noté&#xa0;: les deux langues disent la même chose.</translation>
    </message>
    <message>
        <source>Could not note it.</source>
        <translation>Impossible de le noter.</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>Textes concordants</translation>
    </message>
    <message>
        <source>I have read both: they say the same</source>
        <translation>J’ai lu les deux&#xa0;: ils disent la même chose</translation>
    </message>
    <message>
        <source>Write a text for one network</source>
        <translation>Rédiger un texte pour un réseau</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>The text with the examples of its variables</source>
        <translation>Le texte avec les exemples de ses variables</translation>
    </message>
</context>
<context>
    <name>vigie::gui::MessagePicker</name>
    <message>
        <source>Insert a message</source>
        <translation>Insérer un message</translation>
    </message>
    <message>
        <source>Back to the reply</source>
        <translation>Retour à la réponse</translation>
    </message>
    <message>
        <source>Back to the reply (Esc)</source>
        <translation>Retour à la réponse (Échap)</translation>
    </message>
    <message>
        <source>Words of the title or the text</source>
        <translation>Mots du titre ou du texte</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Rechercher un message</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Public visé</translation>
    </message>
    <message>
        <source>Every phase</source>
        <translation>Toutes les phases</translation>
    </message>
    <message>
        <source>Every audience</source>
        <translation>Tous les publics</translation>
    </message>
    <message>
        <source>Pre-approved messages</source>
        <translation>Messages préapprouvés</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Texte du message</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>No message fits</source>
        <translation>Aucun message ne correspond</translation>
    </message>
    <message>
        <source>Pre-approved messages are written and approved in Playbooks, in both languages. Try fewer words, another phase or audience, or the reply&apos;s other language.</source>
        <translation>Les messages préapprouvés sont rédigés et validés dans Plans d’action, dans les deux langues. Essayez moins de mots, une autre phase ou un autre public, ou l’autre langue de la réponse.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::NoteDialog</name>
    <message>
        <source>May stay empty.</source>
        <translation>Facultatif.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::OpenCrisisDialog</name>
    <message>
        <source>Could not open a crisis from this alert.</source>
        <translation>Impossible d’ouvrir une crise à partir de cette alerte.</translation>
    </message>
    <message>
        <source>Open a crisis</source>
        <translation>Ouvrir une crise</translation>
    </message>
    <message>
        <source>Open the crisis</source>
        <translation>Ouvrir la crise</translation>
    </message>
    <message>
        <source>From the alert: %1. The mentions it counted come with it.</source>
        <comment>%1 is a sentence without its full stop</comment>
        <translation>À partir de l’alerte&#xa0;: %1. Les mentions qu’elle a comptées sont jointes.</translation>
    </message>
    <message>
        <source>The plan gives the first tasks, who must be told and the pre-approved messages. Everything can be changed later.</source>
        <translation>Le plan fournit les premières tâches, les parties prenantes à informer et les messages préapprouvés. Tout peut être modifié ensuite.</translation>
    </message>
    <message>
        <source>What people will call it, in a few words</source>
        <translation>Le nom que tout le monde lui donnera, en quelques mots</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Severity</source>
        <translation>&amp;Gravité</translation>
    </message>
    <message>
        <source>&amp;Language of the crisis</source>
        <translation>&amp;Langue de la crise</translation>
    </message>
    <message>
        <source>The log, the messages and the review speak it.</source>
        <translation>C’est celle de la main courante, des messages et du retour d’expérience.</translation>
    </message>
    <message>
        <source>Crisis &amp;lead</source>
        <translation>P&amp;ilote de la crise</translation>
    </message>
    <message>
        <source>Could not read the playbooks.</source>
        <translation>Impossible de lire les plans d’action.</translation>
    </message>
    <message>
        <source>Without a plan</source>
        <translation>Sans plan</translation>
    </message>
    <message>
        <source>Choose the plan that fits</source>
        <translation>Choisir le plan qui convient</translation>
    </message>
</context>
<context>
    <name>vigie::gui::OwnActs</name>
    <message>
        <source>Crisis opened: %1</source>
        <translation>Crise ouverte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Crisis closed: %1</source>
        <translation>Crise clôturée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>Prise de parole&#xa0;: %1</translation>
    </message>
    <message>
        <source>First reply: %1</source>
        <translation>Première réponse&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::gui::PeopleSection</name>
    <message>
        <source>Could not read the directory.</source>
        <translation>Impossible de lire l’annuaire.</translation>
    </message>
    <message>
        <source>deputy: %1</source>
        <translation>suppléance&#xa0;: %1</translation>
    </message>
    <message>
        <source>No phone and no e-mail</source>
        <translation>Ni téléphone ni e-mail</translation>
    </message>
    <message>
        <source>Never verified</source>
        <translation>Jamais vérifié</translation>
    </message>
    <message>
        <source>To verify: last %1</source>
        <comment>a short date</comment>
        <translation>À vérifier&#xa0;: dernière fois le %1</translation>
    </message>
    <message>
        <source>Verified %1</source>
        <comment>a short date</comment>
        <translation>Vérifié le %1</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to verify</source>
        <comment>contacts</comment>
        <translation>
            <numerusform>%n à vérifier</numerusform>
            <numerusform>%n à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified today.</source>
        <translation>Vérifié aujourd’hui.</translation>
    </message>
    <message>
        <source>Could not note the verification.</source>
        <translation>Impossible de noter la vérification.</translation>
    </message>
    <message>
        <source>No longer in the directory. Past crises keep the name.</source>
        <translation>La personne ne figure plus dans l’annuaire. Les crises passées conservent son nom.</translation>
    </message>
    <message>
        <source>Could not take the person out.</source>
        <translation>Impossible de retirer la personne.</translation>
    </message>
    <message>
        <source>The contacts hold: verified today</source>
        <translation>Les coordonnées sont bonnes&#xa0;: vérifiées aujourd’hui</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Take out of the directory</source>
        <translation>Retirer de l’annuaire</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Ajouter une personne…</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>I have reached this person: the contacts hold</source>
        <translation>J’ai joint cette personne&#xa0;: les coordonnées sont bonnes</translation>
    </message>
    <message>
        <source>Who is called, at any hour. Contacts that nobody has tried for 90 days are flagged. Enter edits; the menu key shows more.</source>
        <translation>Qui appeler, à toute heure. Les coordonnées que personne n’a testées depuis 90&#xa0;jours sont signalées. Entrée permet de modifier&#x202f;; la touche Menu en propose davantage.</translation>
    </message>
    <message>
        <source>Nobody is in the directory</source>
        <translation>L’annuaire est vide</translation>
    </message>
    <message>
        <source>Add the people who hold a role in a crisis, with a number that is answered at night. A plan can then name them at once, and their deputies.</source>
        <translation>Ajoutez les personnes qui tiennent un rôle en cas de crise, avec un numéro joignable la nuit. Un plan peut alors les désigner aussitôt, ainsi que leurs suppléant·es.</translation>
    </message>
    <message>
        <source>Directory of the team</source>
        <translation>Annuaire de l’équipe</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
</context>
<context>
    <name>vigie::gui::PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Edit the person</source>
        <translation>Modifier la personne</translation>
    </message>
    <message>
        <source>Add the person</source>
        <translation>Ajouter la personne</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Sans suppléance</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Post in the house</source>
        <translation>&amp;Fonction dans l’organisation</translation>
    </message>
    <message>
        <source>P&amp;hone, answered at night</source>
        <translation>&amp;Téléphone, joignable la nuit</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-mail</translation>
    </message>
    <message>
        <source>A changed phone or e-mail must be verified again.</source>
        <translation>Un téléphone ou un e-mail modifié doit être vérifié à nouveau.</translation>
    </message>
    <message>
        <source>&amp;Deputy</source>
        <translation>&amp;Suppléance</translation>
    </message>
    <message>
        <source>Roles in a crisis</source>
        <translation>Rôles en cas de crise</translation>
    </message>
</context>
<context>
    <name>vigie::gui::PlanHeadDialog</name>
    <message>
        <source>Title and summary</source>
        <translation>Titre et résumé</translation>
    </message>
    <message>
        <source>Take the change</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Title in &amp;French</source>
        <translation>Titre en &amp;français</translation>
    </message>
    <message>
        <source>Title in &amp;English</source>
        <translation>Titre en &amp;anglais</translation>
    </message>
    <message>
        <source>Summary in F&amp;rench</source>
        <translation>Résumé en f&amp;rançais</translation>
    </message>
    <message>
        <source>Summary in E&amp;nglish</source>
        <translation>Résumé en an&amp;glais</translation>
    </message>
</context>
<context>
    <name>vigie::gui::PlaybooksPage</name>
    <message>
        <source>Save as a new version…</source>
        <translation>Enregistrer une nouvelle version…</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>Abandonner les modifications</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Marquer comme relu</translation>
    </message>
    <message>
        <source>I have read this plan and it holds</source>
        <translation>J’ai lu ce plan et il reste valable</translation>
    </message>
    <message>
        <source>Title and summary…</source>
        <translation>Titre et résumé…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Import a playbook from a file</source>
        <translation>Importer un plan d’action depuis un fichier</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write this playbook into a file</source>
        <translation>Enregistrer ce plan d’action dans un fichier</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Playbooks</source>
        <translation>Plans d’action</translation>
    </message>
    <message>
        <source>Pre-approved messages</source>
        <translation>Messages préapprouvés</translation>
    </message>
    <message>
        <source>No playbook is here</source>
        <translation>Aucun plan d’action</translation>
    </message>
    <message>
        <source>A playbook says who does what, when, and with which words, before anybody is tired. Import one; those that come with Vigie are added at its start.</source>
        <translation>Un plan d’action dit qui fait quoi, quand, et avec quels mots, avant que la fatigue s’installe. Importez-en un&#x202f;; ceux fournis avec Vigie sont ajoutés au démarrage.</translation>
    </message>
    <message>
        <source>Save or drop your changes first.</source>
        <translation>Enregistrez ou abandonnez d’abord vos modifications.</translation>
    </message>
    <message>
        <source>Could not read the playbooks.</source>
        <translation>Impossible de lire les plans d’action.</translation>
    </message>
    <message>
        <source>Could not read the playbook.</source>
        <translation>Impossible de lire le plan d’action.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the plan are not saved.</source>
        <translation>
            <numerusform>%n modification du plan n’est pas enregistrée.</numerusform>
            <numerusform>%n modifications du plan ne sont pas enregistrées.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 plans reviewed</source>
        <translation>%1&#xa0;plans relus sur %2</translation>
    </message>
    <message>
        <source>%1 of %2 texts in date</source>
        <translation>%1&#xa0;textes à jour sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) wait for approval</source>
        <translation>
            <numerusform>%n texte attend une validation</numerusform>
            <numerusform>%n textes attendent une validation</numerusform>
        </translation>
    </message>
    <message>
        <source>no contacts yet</source>
        <translation>aucun contact pour l’instant</translation>
    </message>
    <message>
        <source>%1 of %2 contacts verified</source>
        <translation>%1&#xa0;contacts vérifiés sur %2</translation>
    </message>
    <message>
        <source>The step is out of the plan once you save it.</source>
        <translation>L’étape sortira du plan à l’enregistrement.</translation>
    </message>
    <message>
        <source>Edit the step…</source>
        <translation>Modifier l’étape…</translation>
    </message>
    <message>
        <source>Move it up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move it down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Take it out of the plan</source>
        <translation>Retirer du plan</translation>
    </message>
    <message>
        <source>Saved as version %1. Crises that run keep theirs.</source>
        <translation>Enregistré en version %1. Les crises en cours conservent la leur.</translation>
    </message>
    <message>
        <source>The changes were dropped.</source>
        <translation>Modifications abandonnées.</translation>
    </message>
    <message>
        <source>Marked as reviewed today.</source>
        <translation>Marqué comme relu aujourd’hui.</translation>
    </message>
    <message>
        <source>Could not mark the plan as reviewed.</source>
        <translation>Impossible de marquer le plan comme relu.</translation>
    </message>
    <message>
        <source>Import a playbook</source>
        <translation>Importer un plan d’action</translation>
    </message>
    <message>
        <source>Playbooks (*.json);;All files (*)</source>
        <translation>Plans d’action (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Could not import the playbook.</source>
        <translation>Impossible d’importer le plan d’action.</translation>
    </message>
    <message>
        <source>The file says what is here already.</source>
        <translation>Le fichier est identique à ce qui est déjà ici.</translation>
    </message>
    <message>
        <source>Imported as version %1.</source>
        <translation>Importé en version %1.</translation>
    </message>
    <message>
        <source>Imported as a new playbook.</source>
        <translation>Importé comme nouveau plan d’action.</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are drafts until somebody approves them.</source>
        <translation>
            <numerusform>%n texte reste à l’état de brouillon jusqu’à sa validation.</numerusform>
            <numerusform>%n textes restent à l’état de brouillon jusqu’à leur validation.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the playbook</source>
        <translation>Exporter le plan d’action</translation>
    </message>
    <message>
        <source>Playbooks (*.json)</source>
        <translation>Plans d’action (*.json)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Enregistré dans %1.</translation>
    </message>
    <message>
        <source>Could not write the file.</source>
        <translation>Impossible d’écrire le fichier.</translation>
    </message>
    <message>
        <source>Plan: Enter edits a step, a level or the cadence; the menu key shows more</source>
        <translation>Plan&#xa0;: Entrée modifie une étape, un niveau ou le rythme&#x202f;; la touche Menu montre le reste</translation>
    </message>
    <message>
        <source>Role cards: Enter edits one, the menu key shows more</source>
        <translation>Fiches de rôle&#xa0;: Entrée en modifie une, la touche Menu montre le reste</translation>
    </message>
    <message numerus="yes">
        <source>The plan still names this role in %n place(s): steps, levels, deputies, messages.</source>
        <translation>
            <numerusform>Le plan nomme encore ce rôle à %n endroit&#xa0;: étapes, niveaux, suppléances, messages.</numerusform>
            <numerusform>Le plan nomme encore ce rôle à %n endroits&#xa0;: étapes, niveaux, suppléances, messages.</numerusform>
        </translation>
    </message>
    <message>
        <source>The role is out of the plan once you save it.</source>
        <translation>Le rôle quittera le plan à l’enregistrement.</translation>
    </message>
    <message>
        <source>Edit the role…</source>
        <translation>Modifier le rôle…</translation>
    </message>
    <message>
        <source>Print the plan…</source>
        <translation>Imprimer le plan…</translation>
    </message>
    <message>
        <source>A PDF with people and approved messages, for the day the network is down</source>
        <translation>Un PDF avec les personnes et les messages validés, pour le jour où le réseau est coupé</translation>
    </message>
    <message>
        <source>Print the plan</source>
        <translation>Imprimer le plan</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Could not write the PDF.</source>
        <translation>Le PDF n’a pas pu être écrit.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::PostUpdateDialog</name>
    <message>
        <source>&amp;Internal: for the crisis team</source>
        <translation>&amp;Interne&#xa0;: pour la cellule de crise</translation>
    </message>
    <message>
        <source>P&amp;ublic: a statement that has been published</source>
        <translation>P&amp;ublic&#xa0;: une prise de parole déjà publiée</translation>
    </message>
    <message>
        <source>By the plan: in %1</source>
        <comment>%1 is a duration</comment>
        <translation>Selon le plan&#xa0;: dans %1</translation>
    </message>
    <message>
        <source>By the plan</source>
        <translation>Selon le plan</translation>
    </message>
    <message>
        <source>Post an update</source>
        <translation>Faire un point d’étape</translation>
    </message>
    <message>
        <source>What we know. What we do not know yet. What we are doing. When we will say more.</source>
        <translation>Ce que nous savons. Ce que nous ne savons pas encore. Ce que nous faisons. Quand nous en dirons plus.</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation>&amp;Point d’étape</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>Vigie publishes nothing by this: it notes what was said, and the clock of the next update starts anew.</source>
        <translation>Vigie ne publie rien ici&#xa0;: elle consigne ce qui a été dit et relance le décompte du prochain point d’étape.</translation>
    </message>
    <message>
        <source>&amp;Next update</source>
        <translation>P&amp;rochain point</translation>
    </message>
    <message>
        <source>Note the public statement</source>
        <translation>Consigner la prise de parole</translation>
    </message>
    <message>
        <source>Post to the team</source>
        <translation>Diffuser à la cellule</translation>
    </message>
    <message>
        <source>Update posted.</source>
        <translation>Point d’étape consigné.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::PrioritySection</name>
    <message>
        <source>Could not read the settings.</source>
        <translation>Impossible de lire les réglages.</translation>
    </message>
    <message>
        <source>“The charger caught fire, my daughter has burnt her hand.” 240 followers, 6 likes, waiting for 90 min</source>
        <translation>«&#x202f;Le chargeur a pris feu, ma fille s’est brûlé la main.&#x202f;» 240 abonnés, 6 mentions J’aime, en attente depuis 90&#xa0;min</translation>
    </message>
    <message>
        <source>“Enough. Let us all send theirs back.” 250,000 followers, 400 reposts, 59 copies, waiting for 40 min</source>
        <translation>«&#x202f;Ça suffit. Renvoyons-leur tous les leurs.&#x202f;» 250&#x202f;000 abonnés, 400 partages, 59 copies, en attente depuis 40&#xa0;min</translation>
    </message>
    <message>
        <source>“Does the old cable fit the new model?” 80 followers, waiting for 10 h</source>
        <translation>«&#x202f;L’ancien câble va-t-il sur le nouveau modèle&#x202f;?&#x202f;» 80 abonnés, en attente depuis 10&#xa0;h</translation>
    </message>
    <message>
        <source>%1 (now %2)</source>
        <extracomment>A priority with these weights, and (%2) with those that are saved</extracomment>
        <translation>%1 (actuellement %2)</translation>
    </message>
    <message>
        <source>Saved. What comes in from now on is weighed like this.</source>
        <translation>Enregistré. Ce qui arrive désormais est pondéré ainsi.</translation>
    </message>
    <message>
        <source>Could not save the settings.</source>
        <translation>Impossible d’enregistrer les réglages.</translation>
    </message>
    <message>
        <source> points</source>
        <extracomment>After a number: how much a factor can add to a priority</extracomment>
        <translation>&#xa0;points</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Usual weights</source>
        <translation>Poids habituels</translation>
    </message>
    <message>
        <source>The priority says which mention a person should look at first. Each factor adds points, up to the weight it has here; the sum is at most 100. Every mention shows its own.</source>
        <translation>La priorité dit quelle mention regarder en premier. Chaque facteur ajoute des points, jusqu’au poids fixé ici&#x202f;; la somme est de 100 au plus. Chaque mention affiche le détail de la sienne.</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tonalité</translation>
    </message>
    <message>
        <source>How negative the words are; nothing for a neutral or positive mention.</source>
        <translation>À quel point les mots sont négatifs&#x202f;; rien pour une mention neutre ou positive.</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <source>The gravest risk topic, from people in danger down to somebody named; a little for each further one.</source>
        <translation>Le sujet de risque le plus grave, de la mise en danger de personnes jusqu’à une personne nommée&#x202f;; un peu plus pour chaque autre.</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Portée</translation>
    </message>
    <message>
        <source>Followers and reactions, by powers of ten; all of it at a million.</source>
        <translation>Abonnés et réactions, par puissances de dix&#x202f;; tous les points à un million.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Copies and reactions an hour, by powers of ten; all of it at a thousand.</source>
        <translation>Copies et réactions par heure, par puissances de dix&#x202f;; tous les points à mille.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>It asks you something.</source>
        <translation>Elle vous demande quelque chose.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>How long nobody has dealt with it; all of it after twelve hours.</source>
        <translation>Depuis combien de temps personne ne s’en est occupé&#x202f;; tous les points après douze heures.</translation>
    </message>
    <message>
        <source>What it does to three examples</source>
        <translation>Effet sur trois exemples</translation>
    </message>
    <message>
        <source>Invented mentions, in the order in which they would be looked at.</source>
        <translation>Des mentions inventées, dans l’ordre où elles seraient regardées.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
</context>
<context>
    <name>vigie::gui::PromiseDialog</name>
    <message>
        <source>Add a promise</source>
        <translation>Ajouter un engagement</translation>
    </message>
    <message>
        <source>What somebody was told would happen. It stays in the list of open promises until it is kept or broken.</source>
        <translation>Ce qui a été annoncé à quelqu’un. L’engagement reste dans la liste des engagements en cours jusqu’à ce qu’il soit tenu ou rompu.</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>Ce qui a été promis</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>À qui</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Pour le</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Pour quand</translation>
    </message>
    <message>
        <source>Add the promise</source>
        <translation>Ajouter l’engagement</translation>
    </message>
</context>
<context>
    <name>vigie::gui::QueryEdit</name>
    <message>
        <source>At character %1: %2</source>
        <extracomment>Where a query cannot be understood; %1 counts characters from 1, %2 says what was expected</extracomment>
        <translation>Au caractère %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::gui::QueryHelpDialog</name>
    <message>
        <source>What can be searched for and watched</source>
        <translation>Ce qui peut se chercher et se surveiller</translation>
    </message>
</context>
<context>
    <name>vigie::gui::Rail</name>
    <message>
        <source>Watch</source>
        <extracomment>The page where one watches what is said (French: Veille)</extracomment>
        <translation>Veille</translation>
    </message>
    <message>
        <source>Crisis room</source>
        <translation>Salle de crise</translation>
    </message>
    <message>
        <source>Playbooks</source>
        <translation>Plans d’action</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>The post-mortem (French: Retour d&apos;expérience)</extracomment>
        <translation>Retour d’expérience</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Exercices</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <extracomment>Tooltip of a page in the rail: %1 is its name, %2 a key</extracomment>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
</context>
<context>
    <name>vigie::gui::RailButton</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <extracomment>Spoken name of a page in the rail. %1 is the page, %n how much waits there.</extracomment>
        <translation>
            <numerusform>%1, %n en attente</numerusform>
            <numerusform>%1, %n en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReasonDialog</name>
    <message>
        <source>Say nothing</source>
        <translation>Ne pas répondre</translation>
    </message>
    <message>
        <source>To say nothing is a decision too: the reason is kept with the mention and in the log.</source>
        <translation>Ne pas répondre est aussi une décision&#xa0;: le motif est conservé avec la mention et dans la main courante.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Close without an answer</source>
        <translation>Clore sans réponse</translation>
    </message>
    <message>
        <source>Provocation: an answer would feed it</source>
        <translation>Provocation&#xa0;: une réponse l’alimenterait</translation>
    </message>
    <message>
        <source>Not about us</source>
        <translation>Ne nous concerne pas</translation>
    </message>
    <message>
        <source>Already answered in public</source>
        <translation>Déjà traité par une réponse publique</translation>
    </message>
    <message>
        <source>An opinion that needs no answer</source>
        <translation>Une opinion qui n’appelle pas de réponse</translation>
    </message>
    <message>
        <source>Spam or automated</source>
        <translation>Spam ou envoi automatisé</translation>
    </message>
</context>
<context>
    <name>vigie::gui::RepliesPage</name>
    <message>
        <source>The promise could not be settled.</source>
        <translation>Impossible de solder l’engagement.</translation>
    </message>
    <message>
        <source>Promise kept.</source>
        <translation>Engagement tenu.</translation>
    </message>
    <message>
        <source>publication suspended</source>
        <translation>publications suspendues</translation>
    </message>
    <message numerus="yes">
        <source>%n to settle</source>
        <extracomment>Replies whose outcome a person must settle.</extracomment>
        <translation>
            <numerusform>%n à trancher</numerusform>
            <numerusform>%n à trancher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to approve</source>
        <extracomment>Replies.</extracomment>
        <translation>
            <numerusform>%n à valider</numerusform>
            <numerusform>%n à valider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <extracomment>Replies.</extracomment>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for anybody</source>
        <translation>Rien en attente</translation>
    </message>
    <message>
        <source>The replies could not be read.</source>
        <translation>Impossible de lire les réponses.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>À valider</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Being sent</source>
        <extracomment>Tab: replies that a person is sending right now.</extracomment>
        <translation>En cours d’envoi</translation>
    </message>
    <message>
        <source>To settle</source>
        <extracomment>Tab: replies of which nobody knows whether they left.</extracomment>
        <translation>À trancher</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyées</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulées</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Engagements</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>A tab with the number of what is in it.</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Aucun brouillon</translation>
    </message>
    <message>
        <source>Select a mention on the Watch page and press R, or P for a private message. What you type is saved at once.</source>
        <translation>Sélectionnez une mention sur la page Veille et appuyez sur R, ou sur P pour un message privé. Ce que vous tapez est enregistré aussitôt.</translation>
    </message>
    <message>
        <source>Nothing to approve</source>
        <translation>Rien à valider</translation>
    </message>
    <message>
        <source>A reply comes here when its writer asks for approval. Somebody else reads it before it may leave.</source>
        <translation>Une réponse arrive ici quand la personne qui l’a rédigée demande une validation. Une autre personne la relit avant tout envoi.</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Rien à envoyer</translation>
    </message>
    <message>
        <source>Approved replies wait here until somebody sends them by hand.</source>
        <translation>Les réponses validées attendent ici que quelqu’un les envoie à la main.</translation>
    </message>
    <message>
        <source>Nothing is being sent</source>
        <translation>Aucun envoi en cours</translation>
    </message>
    <message>
        <source>While a person copies, posts and pastes the link of a reply, it stands here.</source>
        <translation>Pendant qu’une personne copie la réponse, la publie et colle le lien, celle-ci figure ici.</translation>
    </message>
    <message>
        <source>Nothing to settle</source>
        <translation>Rien à trancher</translation>
    </message>
    <message>
        <source>When nobody knows whether a reply left, it comes here. Vigie never sends it a second time by itself.</source>
        <translation>Quand personne ne sait si une réponse est partie, elle arrive ici. Vigie ne la renvoie jamais d’elle-même.</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Rien n’a encore été envoyé</translation>
    </message>
    <message>
        <source>Replies that left, with their link, stay here.</source>
        <translation>Les réponses envoyées restent ici, avec leur lien.</translation>
    </message>
    <message>
        <source>Nothing cancelled</source>
        <translation>Rien d’annulé</translation>
    </message>
    <message>
        <source>A cancelled reply keeps its text, and can be opened again.</source>
        <translation>Une réponse annulée conserve son texte et peut être rouverte.</translation>
    </message>
    <message>
        <source>No open promises</source>
        <translation>Aucun engagement en cours</translation>
    </message>
    <message>
        <source>When a reply promises something, add it there. It stays here until it is kept or broken.</source>
        <translation>Quand une réponse promet quelque chose, ajoutez-y l’engagement. Il reste ici jusqu’à ce qu’il soit tenu ou rompu.</translation>
    </message>
    <message>
        <source>The reply could not be read.</source>
        <translation>Impossible de lire la réponse.</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>Suspend all publishing</source>
        <translation>Suspendre toutes les publications</translation>
    </message>
    <message>
        <source>Nothing goes out until somebody resumes, on any network, for anybody. Drafts can still be written and approved. A red band says so on every page.</source>
        <translation>Rien ne part tant que personne ne lève la suspension, sur aucun réseau, pour personne. Les brouillons peuvent toujours être rédigés et validés. Un bandeau rouge l’indique sur chaque page.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Replies by what they wait for</source>
        <translation>Réponses selon ce qu’elles attendent</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Open promises</source>
        <translation>Engagements en cours</translation>
    </message>
    <message>
        <source>Replies, from the first word to the link</source>
        <translation>Chaque réponse, du brouillon au lien publié</translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation>Réponse suivante</translation>
    </message>
    <message>
        <source>Previous reply</source>
        <translation>Réponse précédente</translation>
    </message>
    <message>
        <source>Edit the reply</source>
        <translation>Modifier la réponse</translation>
    </message>
    <message>
        <source>Send back with a note…</source>
        <translation>Renvoyer avec une note…</translation>
    </message>
    <message>
        <source>Cancel this reply</source>
        <translation>Annuler cette réponse</translation>
    </message>
    <message>
        <source>Add a promise…</source>
        <translation>Ajouter un engagement…</translation>
    </message>
    <message>
        <source>Suspend all publishing…</source>
        <translation>Suspendre toutes les publications…</translation>
    </message>
    <message>
        <source>Resume publishing</source>
        <translation>Reprendre les publications</translation>
    </message>
    <message>
        <source>Select a reply to read it, and to do what it waits for.</source>
        <translation>Sélectionnez une réponse pour la lire et voir ce qu’il reste à faire.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReplyActs</name>
    <message>
        <source>The approval could not be asked for.</source>
        <translation>Impossible de demander la validation.</translation>
    </message>
    <message>
        <source>Approval asked for.</source>
        <translation>Validation demandée.</translation>
    </message>
    <message>
        <source>The reply could not be taken back.</source>
        <translation>Impossible de reprendre la réponse.</translation>
    </message>
    <message>
        <source>Taken back: it is a draft again.</source>
        <translation>Réponse reprise&#xa0;: elle est de nouveau un brouillon.</translation>
    </message>
    <message>
        <source>The reply could not be approved.</source>
        <translation>Impossible de valider la réponse.</translation>
    </message>
    <message>
        <source>Approved. It has not been sent yet.</source>
        <translation>Réponse validée. Elle n’est pas encore envoyée.</translation>
    </message>
    <message>
        <source>The reply could not be sent back.</source>
        <translation>Impossible de renvoyer la réponse.</translation>
    </message>
    <message>
        <source>Sent back to its writer, with your note.</source>
        <translation>Renvoyée pour correction, avec votre note.</translation>
    </message>
    <message>
        <source>The reply could not be prepared for sending.</source>
        <translation>Impossible de préparer la réponse pour l’envoi.</translation>
    </message>
    <message>
        <source>The reply could not be marked as sent.</source>
        <translation>Impossible de marquer la réponse comme envoyée.</translation>
    </message>
    <message>
        <source>Marked as sent.</source>
        <translation>Marquée comme envoyée.</translation>
    </message>
    <message>
        <source>Not sent, says %1.</source>
        <translation>Non envoyée, selon %1.</translation>
    </message>
    <message>
        <source>The reply could not be settled.</source>
        <translation>Impossible de trancher pour cette réponse.</translation>
    </message>
    <message>
        <source>Not sent: it is approved, as before.</source>
        <translation>Non envoyée&#xa0;: elle reste validée, comme avant.</translation>
    </message>
    <message>
        <source>%1 does not know whether it left.</source>
        <translation>%1 ne sait pas si elle est partie.</translation>
    </message>
    <message>
        <source>Kept with the replies to settle. It is never sent again by itself.</source>
        <translation>Conservée parmi les réponses à trancher. Elle n’est jamais renvoyée automatiquement.</translation>
    </message>
    <message>
        <source>The answer could not be noted.</source>
        <translation>Impossible de consigner la réponse.</translation>
    </message>
    <message>
        <source>Answered in the exercise. Nothing has left.</source>
        <translation>Réponse donnée dans l’exercice. Rien n’est parti.</translation>
    </message>
    <message>
        <source>The reply could not be cancelled.</source>
        <translation>Impossible d’annuler la réponse.</translation>
    </message>
    <message>
        <source>Reply cancelled.</source>
        <translation>Réponse annulée.</translation>
    </message>
    <message>
        <source>The reply could not be opened again.</source>
        <translation>Impossible de rouvrir la réponse.</translation>
    </message>
    <message>
        <source>It is a draft again.</source>
        <translation>Elle est de nouveau un brouillon.</translation>
    </message>
    <message>
        <source>Publication could not be suspended.</source>
        <translation>Impossible de suspendre les publications.</translation>
    </message>
    <message>
        <source>Publication is suspended: nothing goes out.</source>
        <translation>Publications suspendues&#xa0;: rien ne part.</translation>
    </message>
    <message>
        <source>Publication could not be resumed.</source>
        <translation>Impossible de reprendre les publications.</translation>
    </message>
    <message>
        <source>Publication is resumed.</source>
        <translation>Les publications ont repris.</translation>
    </message>
    <message>
        <source>On its way. For some seconds it can still be taken back.</source>
        <translation>En route. Pendant quelques secondes, elle peut encore être reprise.</translation>
    </message>
    <message>
        <source>Taken back: it has not left.</source>
        <translation>Reprise : elle n’est pas partie.</translation>
    </message>
    <message>
        <source>On their way: the acknowledgement, then the private message. For some seconds both can still be taken back.</source>
        <translation>En route&#xa0;: l’accusé de réception, puis le message privé. Pendant quelques secondes, les deux peuvent encore être repris.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReplyCardDelegate</name>
    <message>
        <source>No text yet</source>
        <translation>Pas encore de texte</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReplyDetail</name>
    <message>
        <source>Show the mention</source>
        <translation>Afficher la mention</translation>
    </message>
    <message>
        <source>Open the published reply</source>
        <translation>Ouvrir la réponse publiée</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Engagements</translation>
    </message>
    <message>
        <source>Add a promise</source>
        <translation>Ajouter un engagement</translation>
    </message>
    <message>
        <source>Promises of this reply</source>
        <translation>Engagements de cette réponse</translation>
    </message>
    <message>
        <source>Sent back: %1</source>
        <extracomment>%1 is the note of the person who did not approve.</extracomment>
        <translation>Renvoyée&#xa0;: %1</translation>
    </message>
    <message>
        <source>No text yet.</source>
        <translation>Pas encore de texte.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n caractère</numerusform>
            <numerusform>%n caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: drafted by %2</source>
        <extracomment>History of a reply. %1 is a date and time, %2 a person.</extracomment>
        <translation>%1&#xa0;: rédigée par %2</translation>
    </message>
    <message>
        <source>%1: approved by %2</source>
        <extracomment>History of a reply. %1 is a date and time, %2 a person.</extracomment>
        <translation>%1&#xa0;: validée par %2</translation>
    </message>
    <message>
        <source>%1: attempt %2 by hand, %3</source>
        <extracomment>History of a reply. %1 is a date and time, %2 a number, %3 what came of it: sent, not sent …</extracomment>
        <translation>%1&#xa0;: envoi manuel n°&#xa0;%2, %3</translation>
    </message>
    <message>
        <source>%1: answered in the exercise</source>
        <extracomment>History of a reply. %1 is a date and time.</extracomment>
        <translation>%1&#xa0;: réponse donnée dans l’exercice</translation>
    </message>
    <message>
        <source>%1: sent</source>
        <translation>%1&#xa0;: envoyée</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Return)</source>
        <translation>%1 (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Send back to %1</source>
        <translation>Renvoyer à %1</translation>
    </message>
    <message>
        <source>The reply becomes a draft again, and your note stands above it.</source>
        <translation>La réponse redevient un brouillon, surmonté de votre note.</translation>
    </message>
    <message>
        <source>What should change?</source>
        <translation>Que faut-il changer&#x202f;?</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Tenu</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Rompu</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Toujours en cours</translation>
    </message>
    <message>
        <source>The promise could not be settled.</source>
        <translation>Impossible de solder l’engagement.</translation>
    </message>
    <message>
        <source>%1: attempt %2 by the desk&apos;s account, %3</source>
        <translation>%1 : tentative %2 par le compte du bureau, %3</translation>
    </message>
    <message>
        <source>Open the other half</source>
        <translation>Ouvrir l’autre partie</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The other half of an answer in two parts. %1 is what it is, such as &quot;Private message&quot;, %2 its state, such as &quot;Sent&quot;.</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReplyListModel</name>
    <message>
        <source>%1 on %2, %3, %4, %5, by %6: %7</source>
        <extracomment>Screen reader: a card. Recipient, network, visibility, state, age, writer, text.</extracomment>
        <translation>%1 sur %2, %3, %4, %5, par %6&#xa0;: %7</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReplyReasonDialog</name>
    <message>
        <source>Until somebody resumes</source>
        <translation>Jusqu’à la reprise par une personne</translation>
    </message>
    <message>
        <source>For 30 minutes</source>
        <translation>Pendant 30&#xa0;minutes</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Pendant 1&#xa0;heure</translation>
    </message>
    <message>
        <source>For 4 hours</source>
        <translation>Pendant 4&#xa0;heures</translation>
    </message>
    <message>
        <source>For 24 hours</source>
        <translation>Pendant 24&#xa0;heures</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReplySheet</name>
    <message>
        <source>Text of the reply</source>
        <translation>Texte de la réponse</translation>
    </message>
    <message>
        <source>Write, or insert a pre-approved message. It is saved as you type.</source>
        <translation>Rédigez ou insérez un message préapprouvé. L’enregistrement se fait au fil de la frappe.</translation>
    </message>
    <message>
        <source>What concerns this person alone: order, address, what you offer.</source>
        <translation>Ce qui ne concerne que cette personne&#xa0;: commande, adresse, ce que vous proposez.</translation>
    </message>
    <message>
        <source>Some words that everybody may read: you have seen it, and you write in private.</source>
        <translation>Quelques mots que tout le monde peut lire&#xa0;: vous avez vu le message et vous répondez en privé.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n caractère</numerusform>
            <numerusform>%n caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>A length and its limit, such as 212 / 280.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 / %2, too long by %3</source>
        <extracomment>A length and its limit, such as 301 / 280, and by how much it is over.</extracomment>
        <translation>%1 / %2, %3 de trop</translation>
    </message>
    <message>
        <source>Insert a pre-approved message</source>
        <translation>Insérer un message préapprouvé</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReviewEditor</name>
    <message>
        <source>Account</source>
        <comment>the texts of a review: summary, causes, impact</comment>
        <translation>Récit</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>&amp;Résumé</translation>
    </message>
    <message>
        <source>What happened, in five lines, for somebody who was not there.</source>
        <translation>Ce qui s’est passé, en cinq lignes, pour une personne qui n’y était pas.</translation>
    </message>
    <message>
        <source>&amp;Causes and contributing factors</source>
        <translation>&amp;Causes et facteurs contributifs</translation>
    </message>
    <message>
        <source>Why it happened, and why it was not seen earlier. No names.</source>
        <translation>Pourquoi c’est arrivé, et pourquoi cela n’a pas été vu plus tôt. Aucun nom.</translation>
    </message>
    <message>
        <source>&amp;Impact</source>
        <translation>&amp;Impact</translation>
    </message>
    <message>
        <source>On people, on the business, on the reputation.</source>
        <translation>Sur les personnes, sur l’activité, sur la réputation.</translation>
    </message>
    <message>
        <source>Findings: Enter changes one, the menu key shows more</source>
        <translation>Constats&#xa0;: Entrée pour modifier, la touche Menu en propose davantage</translation>
    </message>
    <message>
        <source>Actions: Space settles, Enter changes one</source>
        <translation>Actions&#xa0;: Espace pour solder, Entrée pour modifier</translation>
    </message>
    <message>
        <source>Could not keep the texts of the review.</source>
        <translation>Impossible d’enregistrer les textes du retour d’expérience.</translation>
    </message>
    <message>
        <source>The review is final. Reopen it to change the texts and findings.</source>
        <translation>Le retour d’expérience est finalisé. Rouvrez-le pour modifier les textes et les constats.</translation>
    </message>
    <message>
        <source>Keeping what you write…</source>
        <translation>Enregistrement de votre texte…</translation>
    </message>
    <message>
        <source>Everything is kept.</source>
        <translation>Tout est enregistré.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Could not remove the finding.</source>
        <translation>Impossible de retirer le constat.</translation>
    </message>
    <message>
        <source>Finding removed.</source>
        <translation>Constat retiré.</translation>
    </message>
    <message>
        <source>Could not put the finding back.</source>
        <translation>Impossible de rétablir le constat.</translation>
    </message>
    <message>
        <source>Could not change the action.</source>
        <translation>Impossible de modifier l’action.</translation>
    </message>
    <message>
        <source>Could not remove the action.</source>
        <translation>Impossible de retirer l’action.</translation>
    </message>
    <message>
        <source>Action removed.</source>
        <translation>Action retirée.</translation>
    </message>
    <message>
        <source>Could not put the action back.</source>
        <translation>Impossible de rétablir l’action.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ReviewPage</name>
    <message>
        <source>Begin the review</source>
        <translation>Commencer le retour d’expérience</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>Exporter en PDF</translation>
    </message>
    <message>
        <source>Export the data</source>
        <translation>Exporter les données</translation>
    </message>
    <message>
        <source>Everything behind the report as one JSON file</source>
        <translation>Toutes les données du document dans un seul fichier JSON</translation>
    </message>
    <message>
        <source>Export tables (CSV)…</source>
        <translation>Exporter les tableaux (CSV)…</translation>
    </message>
    <message>
        <source>Finalise</source>
        <translation>Finaliser</translation>
    </message>
    <message>
        <source>Texts and findings are then fixed; actions go on</source>
        <translation>Les textes et les constats sont alors figés&#x202f;; les actions se poursuivent</translation>
    </message>
    <message>
        <source>Reopen the review</source>
        <translation>Rouvrir le retour d’expérience</translation>
    </message>
    <message>
        <source>Add a finding</source>
        <translation>Ajouter un constat</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>Ajouter une action</translation>
    </message>
    <message>
        <source>Go to the crisis room</source>
        <translation>Aller à la salle de crise</translation>
    </message>
    <message>
        <source>Crises</source>
        <translation>Crises</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>Le document</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>Langue du document</translation>
    </message>
    <message>
        <source>Writing the document</source>
        <translation>Rédaction du document</translation>
    </message>
    <message>
        <source>The document as it will be printed</source>
        <translation>Le document tel qu’il sera imprimé</translation>
    </message>
    <message>
        <source>Nothing to look back on yet</source>
        <translation>Aucun retour d’expérience pour l’instant</translation>
    </message>
    <message>
        <source>Once a crisis was opened, its figures, findings and actions come together here, and the document for management is one click away. A drill is a good first one.</source>
        <translation>Dès qu’une crise a été ouverte, ses chiffres, ses constats et ses actions se rassemblent ici, et le document pour la direction est à un clic. Un exercice est un bon début.</translation>
    </message>
    <message>
        <source>The review of this crisis has not begun</source>
        <translation>Le retour d’expérience de cette crise n’a pas commencé</translation>
    </message>
    <message>
        <source>Vigie fills in a first draft from what was recorded: the summary, the impact and proposed findings. Keep, change or remove each of them.</source>
        <translation>Vigie prépare un premier brouillon d’après ce qui a été consigné&#xa0;: le résumé, l’impact et des propositions de constats. Conservez, modifiez ou retirez chacun d’eux.</translation>
    </message>
    <message>
        <source>Could not read the review.</source>
        <translation>Impossible de lire le retour d’expérience.</translation>
    </message>
    <message numerus="yes">
        <source>%n corrective action(s) still open</source>
        <translation>
            <numerusform>%n action corrective encore ouverte</numerusform>
            <numerusform>%n actions correctives encore ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not begin the review.</source>
        <translation>Impossible de commencer le retour d’expérience.</translation>
    </message>
    <message>
        <source>Could not finalise the review.</source>
        <translation>Impossible de finaliser le retour d’expérience.</translation>
    </message>
    <message>
        <source>Could not reopen the review.</source>
        <translation>Impossible de rouvrir le retour d’expérience.</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Could not write the PDF.</source>
        <translation>Impossible d’écrire le PDF.</translation>
    </message>
    <message>
        <source>JSON data (*.json)</source>
        <translation>Données JSON (*.json)</translation>
    </message>
    <message>
        <source>Could not write the data.</source>
        <translation>Impossible d’écrire les données.</translation>
    </message>
    <message>
        <source>Export tables: the name of a new folder</source>
        <translation>Exporter les tableaux&#xa0;: nom d’un nouveau dossier</translation>
    </message>
    <message>
        <source>Could not write the tables.</source>
        <translation>Impossible d’écrire les tableaux.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <comment>%1 is a file</comment>
        <translation>Fichier enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Try a drill</source>
        <translation>Essayer un exercice</translation>
    </message>
</context>
<context>
    <name>vigie::gui::RoleDialog</name>
    <message>
        <source>Several people have this role</source>
        <translation>Plusieurs personnes tiennent ce rôle</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>Ajouter un rôle</translation>
    </message>
    <message>
        <source>Edit the role</source>
        <translation>Modifier le rôle</translation>
    </message>
    <message>
        <source>The card that somebody reads who takes this role at night, for the first time. Running crises are not touched.</source>
        <translation>La fiche que lit, la nuit, une personne qui prend ce rôle pour la première fois. Les crises en cours ne changent pas.</translation>
    </message>
    <message>
        <source>Add the role</source>
        <translation>Ajouter le rôle</translation>
    </message>
    <message>
        <source>Take the change</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Role, in French</source>
        <translation>Rôle, en français</translation>
    </message>
    <message>
        <source>Role, in English</source>
        <translation>Rôle, en anglais</translation>
    </message>
    <message>
        <source>Mission, in French</source>
        <translation>Mission, en français</translation>
    </message>
    <message>
        <source>Mission, in English</source>
        <translation>Mission, en anglais</translation>
    </message>
    <message>
        <source>Duties in French, one a line</source>
        <translation>Responsabilités en français, une par ligne</translation>
    </message>
    <message>
        <source>Duties in English, line by line</source>
        <translation>Responsabilités en anglais, ligne à ligne</translation>
    </message>
    <message>
        <source>&amp;Deputy: who stands in</source>
        <translation>&amp;Suppléance&#xa0;: qui remplace</translation>
    </message>
</context>
<context>
    <name>vigie::gui::RunningPanel</name>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>%1 of %2 posts</source>
        <extracomment>Posts of a drill: how many were played, of how many</extracomment>
        <translation>%1&#xa0;publications sur %2</translation>
    </message>
    <message>
        <source>Fire now: %1</source>
        <translation>Déclencher maintenant&#xa0;: %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>%1 is a duration</comment>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>This scenario has no injects: only posts.</source>
        <translation>Ce scénario n’a pas de stimulus&#xa0;: seulement des publications.</translation>
    </message>
    <message>
        <source>No alert yet. What Vigie raises stands here.</source>
        <translation>Aucune alerte pour l’instant. Celles que Vigie déclenche apparaissent ici.</translation>
    </message>
    <message>
        <source>Injects</source>
        <translation>Stimuli</translation>
    </message>
    <message>
        <source>What was raised</source>
        <translation>Alertes déclenchées</translation>
    </message>
    <message>
        <source>Injects: Space or Enter fires one now</source>
        <translation>Stimuli&#xa0;: Espace ou Entrée en déclenche un maintenant</translation>
    </message>
    <message>
        <source>Alerts of the exercise</source>
        <translation>Alertes de l’exercice</translation>
    </message>
    <message>
        <source>Progress of the exercise</source>
        <translation>Progression de l’exercice</translation>
    </message>
    <message>
        <source>Clock of the exercise</source>
        <translation>Horloge de l’exercice</translation>
    </message>
    <message>
        <source>Change the pace</source>
        <translation>Changer le rythme</translation>
    </message>
</context>
<context>
    <name>vigie::gui::SavePlanDialog</name>
    <message>
        <source>Save as a new version</source>
        <translation>Enregistrer une nouvelle version</translation>
    </message>
    <message>
        <source>The plan becomes version %1. Crises that run keep the version they were opened with.</source>
        <translation>Le plan devient la version %1. Les crises en cours conservent la version avec laquelle elles ont été ouvertes.</translation>
    </message>
    <message>
        <source>Save version %1</source>
        <translation>Enregistrer la version %1</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>Only the order of the steps.</source>
        <translation>Seulement l’ordre des étapes.</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Pourquoi</translation>
    </message>
    <message>
        <source>Kept with the version, for whoever asks later.</source>
        <translation>Conservé avec la version, pour toute question ultérieure.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ScenarioPanel</name>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n publication</numerusform>
            <numerusform>%n publications</numerusform>
        </translation>
    </message>
    <message>
        <source>over %1</source>
        <comment>%1 is a duration</comment>
        <translation>sur %1</translation>
    </message>
    <message numerus="yes">
        <source>%n inject(s)</source>
        <comment>of a drill</comment>
        <translation>
            <numerusform>%n stimulus</numerusform>
            <numerusform>%n stimuli</numerusform>
        </translation>
    </message>
    <message>
        <source>A file of posts: they come back in their order, at the pace you choose. It sets no targets.</source>
        <translation>Un fichier de publications&#xa0;: elles reviennent dans l’ordre, au rythme que vous choisissez. Il ne fixe aucun objectif.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out</source>
        <translation>
            <numerusform>%n ligne a été écartée</numerusform>
            <numerusform>%n lignes ont été écartées</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Ligne %1</translation>
    </message>
    <message>
        <source>This file cannot be played</source>
        <translation>Ce fichier ne peut pas être joué</translation>
    </message>
    <message>
        <source>A drill needs a file with one post a line (NDJSON), each with its time and its text. Nothing was changed: mend the file and open it again.</source>
        <translation>Un exercice demande un fichier avec une publication par ligne (NDJSON), chacune avec son heure et son texte. Rien n’a été modifié&#xa0;: corrigez le fichier et ouvrez-le à nouveau.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, ligne %2</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Rythme</translation>
    </message>
    <message>
        <source>An hour of the scenario takes an hour</source>
        <translation>Une heure du scénario dure une heure</translation>
    </message>
    <message>
        <source>An hour of the scenario takes a minute</source>
        <translation>Une heure du scénario dure une minute</translation>
    </message>
    <message>
        <source>An hour of the scenario takes six minutes</source>
        <translation>Une heure du scénario dure six minutes</translation>
    </message>
    <message>
        <source>An hour of the scenario takes twelve seconds</source>
        <translation>Une heure du scénario dure douze secondes</translation>
    </message>
    <message>
        <source>Start shortly before the event</source>
        <translation>Commencer peu avant l’événement</translation>
    </message>
    <message>
        <source>The quiet day before it is played at once, so that Vigie knows what is usual.</source>
        <translation>La journée calme qui précède est jouée d’un coup, afin que Vigie connaisse le niveau habituel.</translation>
    </message>
    <message>
        <source>Nothing leaves this desk while the exercise is open, and nothing of it enters your figures. Every page shows the exercise until you leave it.</source>
        <translation>Rien ne sort de ce poste tant que l’exercice est ouvert, et rien n’entre dans vos chiffres. Chaque page montre l’exercice jusqu’à ce que vous le quittiez.</translation>
    </message>
    <message>
        <source>What is wrong with the file</source>
        <translation>Ce qui ne va pas dans le fichier</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ScorePanel</name>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n publication</numerusform>
            <numerusform>%n publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alerte</numerusform>
            <numerusform>%n alertes</numerusform>
        </translation>
    </message>
    <message>
        <source>played by the program</source>
        <translation>joué par le programme</translation>
    </message>
    <message>
        <source>There is no total: a single number would hide a late first reply behind tidy tasks.</source>
        <translation>Il n’y a pas de total&#xa0;: un chiffre unique masquerait une première réponse tardive derrière des tâches bien tenues.</translation>
    </message>
    <message>
        <source>This exercise has no score: it was broken off. What was done in it can still be read.</source>
        <translation>Cet exercice n’a pas de score&#xa0;: il a été interrompu. Ce qui y a été fait reste consultable.</translation>
    </message>
    <message>
        <source>Score of the exercise</source>
        <translation>Score de l’exercice</translation>
    </message>
</context>
<context>
    <name>vigie::gui::SensitivityChoice</name>
    <message>
        <source>Rarely: only what is far from usual</source>
        <translation>Rarement&#xa0;: seulement les écarts importants</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Early: rather once too often</source>
        <translation>Tôt&#xa0;: plutôt une alerte de trop</translation>
    </message>
    <message>
        <source>Not enough history yet: the first day only teaches what is usual.</source>
        <translation>Pas encore assez d’historique&#xa0;: le premier jour ne fait qu’apprendre ce qui est habituel.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <extracomment>The length of a history: &quot;2 alerts in 30 days&quot;</extracomment>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert in %1</source>
        <translation>Aucune alerte en %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) in %1, the last one on %2</source>
        <extracomment>%1 is a length of time (&quot;30 days&quot;), %2 a date with a time</extracomment>
        <translation>
            <numerusform>%n alerte en %1, le %2</numerusform>
            <numerusform>%n alertes en %1, la dernière le %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Décompte…</translation>
    </message>
</context>
<context>
    <name>vigie::gui::SettingsPage</name>
    <message>
        <source>Parts of the settings</source>
        <translation>Rubriques des réglages</translation>
    </message>
</context>
<context>
    <name>vigie::gui::SeverityDialog</name>
    <message>
        <source>Change the severity</source>
        <translation>Modifier la gravité</translation>
    </message>
    <message>
        <source>Tasks that the new level asks for are added; none is taken away.</source>
        <translation>Les tâches que demande le nouveau niveau sont ajoutées&#x202f;; aucune n’est retirée.</translation>
    </message>
    <message>
        <source>&amp;Severity</source>
        <translation>&amp;Gravité</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
</context>
<context>
    <name>vigie::gui::SeverityLevelDialog</name>
    <message>
        <source>Severity %1</source>
        <translation>Gravité %1</translation>
    </message>
    <message>
        <source>How one knows that it is this grave, and what happens then by itself. Level 4 is the gravest.</source>
        <translation>À quoi l’on reconnaît cette gravité, et ce qu’elle déclenche d’elle-même. Le niveau 4 est le plus grave.</translation>
    </message>
    <message>
        <source>Take the change</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>As the plan says</source>
        <translation>Comme le dit le plan</translation>
    </message>
    <message>
        <source> min</source>
        <comment>after a number</comment>
        <translation>&#xa0;min</translation>
    </message>
    <message>
        <source>Name, in French</source>
        <translation>Nom, en français</translation>
    </message>
    <message>
        <source>Name, in English</source>
        <translation>Nom, en anglais</translation>
    </message>
    <message>
        <source>Criteria in French, one a line</source>
        <translation>Critères en français, un par ligne</translation>
    </message>
    <message>
        <source>Criteria in English, line by line</source>
        <translation>Critères en anglais, ligne à ligne</translation>
    </message>
    <message>
        <source>The crisis &amp;speaks every</source>
        <translation>La crise &amp;prend la parole toutes les</translation>
    </message>
    <message>
        <source>Who is called in</source>
        <translation>Qui est appelé</translation>
    </message>
    <message>
        <source>Who approves what is said in public</source>
        <translation>Qui valide ce qui est dit en public</translation>
    </message>
</context>
<context>
    <name>vigie::gui::SeverityPicker</name>
    <message>
        <source>Severity %1</source>
        <comment>%1: a level and its name</comment>
        <translation>Gravité %1</translation>
    </message>
    <message>
        <source>Worth watching; the usual channels are enough.</source>
        <translation>À surveiller&#x202f;; les canaux habituels suffisent.</translation>
    </message>
    <message>
        <source>Spreads beyond the usual circle; a small team follows it.</source>
        <translation>Se propage au-delà du cercle habituel&#x202f;; une petite équipe suit le sujet.</translation>
    </message>
    <message>
        <source>People or the reputation are at risk; the crisis team meets.</source>
        <translation>Des personnes ou la réputation sont menacées&#x202f;; la cellule de crise se réunit.</translation>
    </message>
    <message>
        <source>People are harmed or the business itself is at risk; management is called in.</source>
        <translation>Des personnes sont atteintes ou l’activité elle-même est menacée&#x202f;; la direction est mobilisée.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::SignInDialog</name>
    <message>
        <source>Keep the key in a file that only your user can read (less safe than a keychain)</source>
        <translation>Garder la clé dans un fichier lisible par vous seul (moins sûr qu’un trousseau)</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Vigie talks with the network from this computer, and with nobody else. The key that it gets stays here.</source>
        <translation>Vigie communique avec le réseau depuis cet ordinateur, sans intermédiaire. La clé obtenue y reste.</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Réseau</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Serveur</translation>
    </message>
    <message>
        <source>&amp;Handle</source>
        <translation>&amp;Identifiant</translation>
    </message>
    <message>
        <source>App &amp;password</source>
        <translation>Mot de &amp;passe d’application</translation>
    </message>
    <message>
        <source>Made on the network&apos;s own page, for this program alone; never your account&apos;s password.</source>
        <translation>Créé sur la page du réseau, pour ce programme seul ; jamais le mot de passe de votre compte.</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>If the page shows a code, paste it here and press Enter.</source>
        <translation>Si la page affiche un code, collez-le ici et appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>%1 (by hand)</source>
        <comment>%1 is a network</comment>
        <translation>%1 (à la main)</translation>
    </message>
    <message>
        <source>Vigie cannot sign in to this network. With the account here, replies are prepared, copied, and sent by you on the network&apos;s own page.</source>
        <translation>Vigie ne sait pas se connecter à ce réseau. Avec ce compte, les réponses sont préparées et copiées ici, puis envoyées par vous sur la page du réseau.</translation>
    </message>
    <message>
        <source>The network&apos;s page opens in your browser. Agree there; then come back.</source>
        <translation>La page du réseau s’ouvre dans votre navigateur. Donnez-y votre accord, puis revenez.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>Ajouter le compte</translation>
    </message>
    <message>
        <source>The account was added.</source>
        <translation>Le compte est ajouté.</translation>
    </message>
    <message>
        <source>Waiting for you to agree in the browser. If no page has opened, go to: %1</source>
        <translation>En attente de votre accord dans le navigateur. Si aucune page ne s’est ouverte, allez à : %1</translation>
    </message>
    <message>
        <source>In the browser, with your app&apos;s client ID</source>
        <translation>Dans le navigateur, avec l’identifiant client de votre application</translation>
    </message>
    <message>
        <source>With a token that you have made</source>
        <translation>Avec un jeton que vous avez créé</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>Conne&amp;xion</translation>
    </message>
    <message>
        <source>Access &amp;token</source>
        <translation>&amp;Jeton d’accès</translation>
    </message>
    <message>
        <source>&amp;Refresh token</source>
        <translation>Jeton de reno&amp;uvellement</translation>
    </message>
    <message>
        <source>If there is one: with it and the client ID, the sign-in lasts.</source>
        <translation>Facultatif&#xa0;: avec lui et l’identifiant client, la connexion se renouvelle d’elle-même.</translation>
    </message>
    <message>
        <source>C&amp;lient ID</source>
        <translation>I&amp;dentifiant client</translation>
    </message>
    <message>
        <source>Client s&amp;ecret</source>
        <translation>Code s&amp;ecret client</translation>
    </message>
    <message>
        <source>%1 It needs the rights: %2.</source>
        <extracomment>A sentence on where to get a token, and then the rights it needs, as the network names them.</extracomment>
        <translation>%1 Droits nécessaires&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Not signed in: %1.</source>
        <extracomment>%1 is a reason in small letters: &quot;the network does not take this token&quot;.</extracomment>
        <translation>Connexion impossible&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Only if the token is for several accounts</source>
        <translation>À préciser si le jeton donne accès à plusieurs comptes</translation>
    </message>
</context>
<context>
    <name>vigie::gui::SourceDialog</name>
    <message>
        <source> min</source>
        <comment>after a number</comment>
        <translation>&#xa0;min</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Another address is read from its beginning.</source>
        <translation>Une autre adresse est lue depuis le début.</translation>
    </message>
    <message>
        <source>&amp;Read every</source>
        <translation>&amp;Lire toutes les</translation>
    </message>
    <message>
        <source>Show what it would bring</source>
        <translation>Montrer ce qu’elle apporterait</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Ajouter une source</translation>
    </message>
    <message>
        <source>Edit the source</source>
        <translation>Modifier la source</translation>
    </message>
    <message>
        <source>Vigie reads it from this computer, at its interval. Nothing is sent but the request itself.</source>
        <translation>Vigie la lit depuis cet ordinateur, à son rythme. Rien n’est envoyé que la demande elle-même.</translation>
    </message>
    <message>
        <source>Add the source</source>
        <translation>Ajouter la source</translation>
    </message>
    <message>
        <source>Save the source</source>
        <translation>Enregistrer la source</translation>
    </message>
    <message>
        <source>&amp;What is read</source>
        <translation>&amp;Ce qui est lu</translation>
    </message>
    <message>
        <source>With which &amp;account</source>
        <translation>Avec quel &amp;compte</translation>
    </message>
    <message>
        <source>Words to &amp;look for</source>
        <translation>&amp;Mots à chercher</translation>
    </message>
    <message>
        <source>In the network&apos;s own way of searching; watches look at what arrives.</source>
        <translation>À la manière du réseau ; les veilles regardent ce qui arrive.</translation>
    </message>
    <message>
        <source>A feed: RSS, Atom or JSON</source>
        <translation>Un flux : RSS, Atom ou JSON</translation>
    </message>
    <message>
        <source>Mentions of an account, and replies to it</source>
        <translation>Les mentions d’un compte et ses réponses</translation>
    </message>
    <message>
        <source>Posts with certain words</source>
        <translation>Les publications avec certains mots</translation>
    </message>
    <message>
        <source>Posts with a hashtag</source>
        <translation>Les publications avec un mot-dièse</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s). The newest:</source>
        <translation>
            <numerusform>%n publication. La plus récente :</numerusform>
            <numerusform>%n publications. Les plus récentes :</numerusform>
        </translation>
    </message>
    <message>
        <source>It answers, and holds no post just now.</source>
        <translation>Elle répond, sans aucune publication pour le moment.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Other programs of this computer bring posts to http://127.0.0.1 at this port, signed with a secret that is shown once, when the source has been added.</source>
        <translation>D’autres programmes de cet ordinateur apportent des messages à http://127.0.0.1 sur ce port, signés avec un secret qui n’est montré qu’une fois, quand la source est ajoutée.</translation>
    </message>
    <message>
        <source>Keep the secret in a file that only your user can read (less safe than a keychain)</source>
        <translation>Conserver le secret dans un fichier que seul votre compte utilisateur peut lire (moins sûr qu’un trousseau)</translation>
    </message>
    <message>
        <source>Files that appear in a folder</source>
        <translation>Les fichiers qui apparaissent dans un dossier</translation>
    </message>
    <message>
        <source>A folder that files appear in</source>
        <translation>Un dossier où des fichiers apparaissent</translation>
    </message>
    <message>
        <source>NDJSON and CSV files that appear in it are read; those that are there already, too.</source>
        <translation>Les fichiers NDJSON et CSV qui y apparaissent sont lus, ceux qui y sont déjà aussi.</translation>
    </message>
    <message>
        <source>What another program brings (webhook)</source>
        <translation>Ce qu’un autre programme apporte (webhook)</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://.</source>
        <translation>L’adresse doit commencer par http:// ou https://.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::SourceSection</name>
    <message>
        <source>Could not read the sources.</source>
        <translation>Impossible de lire les sources.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <comment>state of a source</comment>
        <translation>Pas encore lue</translation>
    </message>
    <message>
        <source>Live</source>
        <comment>state of a source</comment>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Late</source>
        <comment>state of a source</comment>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Asked to wait</source>
        <comment>state of a source</comment>
        <translation>Mise en attente</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of a source</comment>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of a source</comment>
        <translation>En pause</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>%1 is a duration</comment>
        <translation>toutes les %1</translation>
    </message>
    <message>
        <source>last read %1</source>
        <comment>%1 is an age or a date</comment>
        <translation>dernière lecture&#xa0;: %1</translation>
    </message>
    <message>
        <source>Last read on %1</source>
        <translation>Dernière lecture&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n illisible</numerusform>
            <numerusform>%n illisibles</numerusform>
        </translation>
    </message>
    <message>
        <source>The source is read again.</source>
        <translation>La lecture de la source a repris.</translation>
    </message>
    <message>
        <source>The source is paused. The curve shows the time that it was not read.</source>
        <translation>La source est en pause. La courbe indique la période sans lecture.</translation>
    </message>
    <message>
        <source>Could not change the source.</source>
        <translation>Impossible de modifier la source.</translation>
    </message>
    <message>
        <source>Remove the source</source>
        <translation>Retirer la source</translation>
    </message>
    <message>
        <source>Remove “%1”? It is not read any more. The mentions that came from it stay.</source>
        <translation>Retirer «&#x202f;%1&#x202f;»&#x202f;? La source ne sera plus lue. Les mentions qui en proviennent restent.</translation>
    </message>
    <message>
        <source>The source was removed. Its mentions stay.</source>
        <translation>La source a été retirée. Ses mentions restent.</translation>
    </message>
    <message>
        <source>Could not remove the source.</source>
        <translation>Impossible de retirer la source.</translation>
    </message>
    <message>
        <source>Import a file of posts</source>
        <translation>Importer un fichier de publications</translation>
    </message>
    <message>
        <source>Posts (*.csv *.tsv *.txt *.ndjson *.jsonl);;All files (*)</source>
        <translation>Publications (*.csv *.tsv *.txt *.ndjson *.jsonl);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Reprendre la lecture</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>Bring in an export of your monitoring tool, or any table of posts</source>
        <translation>Reprendre un export de votre outil de veille, ou tout tableau de publications</translation>
    </message>
    <message>
        <source>No source is read yet</source>
        <translation>Aucune source n’est encore lue</translation>
    </message>
    <message>
        <source>Add the feed of a network, a forum or a press page, or import an export of your monitoring tool: CSV of Brandwatch, Talkwalker, Meltwater and others, or one post a line.</source>
        <translation>Ajoutez le flux d’un réseau, d’un forum ou d’une page de presse, ou importez un export de votre outil de veille&#xa0;: CSV de Brandwatch, Talkwalker, Meltwater et autres, ou une publication par ligne.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>%1: mentions of %2</source>
        <comment>%1 is a network, %2 an account</comment>
        <translation>%1 : mentions de %2</translation>
    </message>
    <message>
        <source>%1: posts with “%2”</source>
        <comment>%1 is a network</comment>
        <translation>%1 : publications avec « %2 »</translation>
    </message>
    <message>
        <source>%1: posts with #%2</source>
        <comment>%1 is a network</comment>
        <translation>%1 : publications avec #%2</translation>
    </message>
    <message>
        <source>%1: every post, kept where a watch asks for it</source>
        <comment>%1 is a network</comment>
        <translation>%1 : toutes les publications, gardées quand une veille les demande</translation>
    </message>
    <message>
        <source>Signed out</source>
        <comment>state of a source</comment>
        <translation>Déconnectée</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Ajouter une source…</translation>
    </message>
    <message>
        <source>Sources are read by themselves, each at its interval. Files of other tools are brought in once; the same file a second time changes nothing. Enter edits; the menu key pauses or removes.</source>
        <translation>Les sources sont lues d’elles-mêmes, chacune à son rythme. Les fichiers d’autres outils s’importent une fois ; le même fichier une seconde fois ne change rien. Entrée modifie ; la touche Menu met en pause ou retire.</translation>
    </message>
</context>
<context>
    <name>vigie::gui::StakeholderDialog</name>
    <message>
        <source>No time</source>
        <translation>Sans échéance</translation>
    </message>
    <message>
        <source>Add somebody who must be told</source>
        <translation>Ajouter une partie prenante à informer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Qui</translation>
    </message>
    <message>
        <source>&amp;Told by</source>
        <translation>&amp;Informée par</translation>
    </message>
    <message>
        <source>D&amp;ue</source>
        <translation>É&amp;chéance</translation>
    </message>
</context>
<context>
    <name>vigie::gui::StatusLine</name>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>pas encore lue</translation>
    </message>
    <message>
        <source>● live</source>
        <translation>● en direct</translation>
    </message>
    <message>
        <source>▲ late by %1</source>
        <extracomment>State of a source; %1 is how long ago it was last read</extracomment>
        <translation>▲ retard&#xa0;: %1</translation>
    </message>
    <message>
        <source>▲ late</source>
        <translation>▲ en retard</translation>
    </message>
    <message>
        <source>▲ asked to wait</source>
        <translation>▲ mise en attente</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ en échec</translation>
    </message>
    <message>
        <source>No live source: what is shown was imported or typed in.</source>
        <translation>Aucune source en direct&#xa0;: ce qui s’affiche a été importé ou saisi.</translation>
    </message>
    <message numerus="yes">
        <source>● %n source(s) live</source>
        <translation>
            <numerusform>● %n source en direct</numerusform>
            <numerusform>● %n sources en direct</numerusform>
        </translation>
    </message>
    <message>
        <source>last check %1</source>
        <extracomment>%1 is a time with seconds</extracomment>
        <translation>dernière vérification&#xa0;: %1</translation>
    </message>
    <message>
        <source>All times are shown in the zone %1.</source>
        <translation>Toutes les heures sont affichées dans le fuseau %1.</translation>
    </message>
    <message>
        <source>✕ signed out</source>
        <translation>✕ déconnectée</translation>
    </message>
</context>
<context>
    <name>vigie::gui::StepDialog</name>
    <message>
        <source>Add a step</source>
        <translation>Ajouter une étape</translation>
    </message>
    <message>
        <source>Edit the step</source>
        <translation>Modifier l’étape</translation>
    </message>
    <message>
        <source>Both languages are needed: whoever opens a crisis chooses one. Running crises are not touched.</source>
        <translation>Les deux langues sont nécessaires&#xa0;: la personne qui ouvre une crise en choisit une. Les crises en cours ne sont pas modifiées.</translation>
    </message>
    <message>
        <source>Add the step</source>
        <translation>Ajouter l’étape</translation>
    </message>
    <message>
        <source>Take the change</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>What to do, in French</source>
        <translation>Ce qu’il faut faire, en français</translation>
    </message>
    <message>
        <source>What to do, in English</source>
        <translation>Ce qu’il faut faire, en anglais</translation>
    </message>
    <message>
        <source>Details in French</source>
        <translation>Détails en français</translation>
    </message>
    <message>
        <source>Details in English</source>
        <translation>Détails en anglais</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Qui s’en charge</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>À compter de</translation>
    </message>
    <message>
        <source> min</source>
        <comment>after a number</comment>
        <translation>&#xa0;min</translation>
    </message>
    <message>
        <source>the opening of the crisis</source>
        <translation>l’ouverture de la crise</translation>
    </message>
    <message>
        <source>standing down</source>
        <translation>la levée de la cellule</translation>
    </message>
</context>
<context>
    <name>vigie::gui::TaskDialog</name>
    <message>
        <source>No time</source>
        <translation>Sans échéance</translation>
    </message>
    <message>
        <source>Ask for a &amp;proof when it is done</source>
        <translation>Demander une &amp;preuve à la fin de la tâche</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Ajouter une tâche</translation>
    </message>
    <message>
        <source>Add the task</source>
        <translation>Ajouter la tâche</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Tâche</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>&amp;Détail</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rôle</translation>
    </message>
    <message>
        <source>&amp;Assigned to</source>
        <translation>&amp;Attribuée à</translation>
    </message>
    <message>
        <source>D&amp;ue</source>
        <translation>É&amp;chéance</translation>
    </message>
</context>
<context>
    <name>vigie::gui::ToastBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take this back (Ctrl+Z)</source>
        <translation>Annuler cette action (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Fermer cet avis</translation>
    </message>
</context>
<context>
    <name>vigie::gui::VariableForm</name>
    <message numerus="yes">
        <source>%n thing(s) to fill in before this may leave</source>
        <extracomment>Above the fields for what a pre-approved message still needs, such as a link or a time.</extracomment>
        <translation>
            <numerusform>%n élément à compléter avant l’envoi</numerusform>
            <numerusform>%n éléments à compléter avant l’envoi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::gui::VariantEditor</name>
    <message>
        <source>No text of its own: the text for any network is used.</source>
        <translation>Pas de texte propre&#xa0;: le texte pour tous réseaux est utilisé.</translation>
    </message>
    <message>
        <source>Not a variable of this plan: %1</source>
        <translation>Ces variables ne font pas partie du plan&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>You wrote this text: somebody else must approve it.</source>
        <translation>Vous avez rédigé ce texte&#xa0;: une autre personne doit le valider.</translation>
    </message>
    <message>
        <source>approved by %1 on %2</source>
        <translation>validé par %1 le %2</translation>
    </message>
    <message>
        <source>last changed by %1 on %2</source>
        <translation>dernière modification par %1 le %2</translation>
    </message>
    <message>
        <source>expires %1</source>
        <comment>%1 is a date</comment>
        <translation>expire le %1</translation>
    </message>
    <message>
        <source>to be reread by %1</source>
        <comment>%1 is a date</comment>
        <translation>à relire avant le %1</translation>
    </message>
    <message>
        <source>somebody else must approve it</source>
        <translation>une autre personne doit le valider</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n character(s)</source>
        <translation>
            <numerusform>%1&#xa0;: %n caractère</numerusform>
            <numerusform>%1&#xa0;: %n caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>too long</source>
        <translation>trop long</translation>
    </message>
    <message>
        <source>With the examples: %1</source>
        <translation>Avec les exemples&#xa0;: %1</translation>
    </message>
    <message>
        <source>Text in %1</source>
        <comment>%1 is a language</comment>
        <translation>Texte (%1)</translation>
    </message>
    <message>
        <source>Preview in %1</source>
        <comment>%1 is a language</comment>
        <translation>Aperçu (%1)</translation>
    </message>
    <message>
        <source>Save as a draft</source>
        <translation>Enregistrer le brouillon</translation>
    </message>
    <message>
        <source>A changed text needs an approval again</source>
        <translation>Un texte modifié doit être validé à nouveau</translation>
    </message>
    <message>
        <source>Undo the change</source>
        <translation>Annuler la modification</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>Demander la validation</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Valider…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Refuser…</translation>
    </message>
    <message>
        <source>Write one for this network</source>
        <translation>Écrire un texte pour ce réseau</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>vigie::gui::VolumeChart</name>
    <message>
        <source>Usual</source>
        <translation>Niveau habituel</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positive</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutre</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Négative</translation>
    </message>
    <message>
        <source>No data: a source was not read between %1 and %2.</source>
        <translation>Aucune donnée&#xa0;: une source n’a pas été lue entre %1 et %2.</translation>
    </message>
    <message>
        <source>negative %1 · neutral %2 · positive %3</source>
        <translation>négatives %1 · neutres %2 · positives %3</translation>
    </message>
    <message>
        <source>usually %1 to %2</source>
        <translation>habituellement %1 à %2</translation>
    </message>
    <message>
        <source>%1 of them negative.</source>
        <translation>%1 d’entre elles sont négatives.</translation>
    </message>
    <message>
        <source>The peak is %1 at %2.</source>
        <translation>Le pic est de %1, le %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) pinned.</source>
        <translation>
            <numerusform>%n alerte signalée.</numerusform>
            <numerusform>%n alertes signalées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s) in the data.</source>
        <translation>
            <numerusform>%n lacune dans les données.</numerusform>
            <numerusform>%n lacunes dans les données.</numerusform>
        </translation>
    </message>
    <message>
        <source>Selected: %1 to %2.</source>
        <translation>Sélection&#xa0;: du %1 au %2.</translation>
    </message>
    <message>
        <source>Volume of mentions over time</source>
        <translation>Volume des mentions dans le temps</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) in this time.</source>
        <translation>
            <numerusform>%Ln mention sur cette période.</numerusform>
            <numerusform>%Ln mentions sur cette période.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerte</translation>
    </message>
    <message>
        <source>Own act</source>
        <translation>Acte de l’équipe</translation>
    </message>
</context>
<context>
    <name>vigie::gui::WatchDialog</name>
    <message>
        <source>Add a watch</source>
        <translation>Ajouter une veille</translation>
    </message>
    <message>
        <source>Edit the watch</source>
        <translation>Modifier la veille</translation>
    </message>
    <message>
        <source>What is stored already is looked through as well; it counts, but gives no alert.</source>
        <translation>Ce qui est déjà enregistré est aussi examiné&#x202f;; c’est compté, mais ne déclenche aucune alerte.</translation>
    </message>
    <message>
        <source>What was found until now stays with the watch, whatever it looks for from now on.</source>
        <translation>Ce qui a été trouvé jusqu’ici reste rattaché à la veille, quoi qu’elle recherche désormais.</translation>
    </message>
    <message>
        <source>Add the watch</source>
        <translation>Ajouter la veille</translation>
    </message>
    <message>
        <source>Save the watch</source>
        <translation>Enregistrer la veille</translation>
    </message>
    <message>
        <source>No fixed threshold</source>
        <translation>Sans seuil fixe</translation>
    </message>
    <message>
        <source> mentions an hour</source>
        <comment>after a number</comment>
        <translation>&#xa0;mentions par heure</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>What to &amp;look for</source>
        <translation>&amp;Que rechercher</translation>
    </message>
    <message>
        <source>&amp;Alerts</source>
        <translation>&amp;Alertes</translation>
    </message>
    <message>
        <source>&amp;And in any case above</source>
        <translation>&amp;Et dans tous les cas au-delà de</translation>
    </message>
    <message>
        <source>Words side by side must all be there; capitals and accents do not matter. Example: Ondine (bottle OR biberon*) -music</source>
        <translation>Les mots côte à côte doivent tous y être&#x202f;; les majuscules et les accents ne comptent pas. Exemple&#xa0;: Ondine (bouteille OR biberon*) -musique</translation>
    </message>
    <message>
        <source>How often each would have given an alert is counted on what is stored.</source>
        <translation>Le nombre d’alertes que chacune aurait données est compté sur ce qui est conservé.</translation>
    </message>
    <message>
        <source>What can be written (F1)</source>
        <translation>Ce qui peut s’écrire (F1)</translation>
    </message>
    <message>
        <source>Looking through what is stored…</source>
        <translation>Recherche dans ce qui est conservé…</translation>
    </message>
    <message>
        <source>What is stored could not be looked through.</source>
        <translation>Impossible de parcourir ce qui est conservé.</translation>
    </message>
    <message>
        <source>Nothing is stored yet to look through.</source>
        <translation>Rien n’est encore conservé.</translation>
    </message>
    <message>
        <source>Finds %1 of the newest %2 mentions</source>
        <extracomment>What a watch being written finds; %1 and %2 are numbers</extracomment>
        <translation>Trouve %1 des %2 mentions les plus récentes</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>One of the posts that a watch finds: %1 is who wrote it, %2 when, %3 the text</extracomment>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>vigie::gui::WatchPage</name>
    <message>
        <source>The note could not be kept.</source>
        <translation>Impossible d’enregistrer la note.</translation>
    </message>
    <message>
        <source>The label could not be removed.</source>
        <translation>Impossible de retirer l’étiquette.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) to look at</source>
        <translation>
            <numerusform>%n alerte à examiner</numerusform>
            <numerusform>%n alertes à examiner</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in the last hour, usually %2</source>
        <extracomment>How much was said in the last hour of the curve; %2 is what is usual then</extracomment>
        <translation>%1 la dernière heure, habituellement %2</translation>
    </message>
    <message>
        <source>%1 in the last hour</source>
        <translation>%1 la dernière heure</translation>
    </message>
    <message>
        <source>The mention could not be put back.</source>
        <translation>Impossible de remettre la mention dans la liste.</translation>
    </message>
    <message>
        <source>Back on the list.</source>
        <translation>Remise dans la liste.</translation>
    </message>
    <message>
        <source>Waiting for an answer or for news.</source>
        <translation>En attente d’une réponse ou de nouveaux éléments.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Mention traitée.</translation>
    </message>
    <message>
        <source>Closed without an answer.</source>
        <translation>Close sans réponse.</translation>
    </message>
    <message>
        <source>The mention could not be changed.</source>
        <translation>Impossible de modifier la mention.</translation>
    </message>
    <message>
        <source>I take it (%1)</source>
        <extracomment>Assigns a mention to oneself; %1 is one&apos;s own name</extracomment>
        <translation>Je la prends en charge (%1)</translation>
    </message>
    <message>
        <source>Release it (now with %1)</source>
        <translation>Libérer (actuellement&#xa0;: %1)</translation>
    </message>
    <message>
        <source>The mention could not be given back.</source>
        <translation>Impossible de libérer la mention.</translation>
    </message>
    <message>
        <source>The mention could not be assigned.</source>
        <translation>Impossible d’attribuer la mention.</translation>
    </message>
    <message>
        <source>Released.</source>
        <translation>Mention libérée.</translation>
    </message>
    <message>
        <source>Assigned to %1.</source>
        <translation>Attribuée à %1.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Label for this mention</source>
        <translation>Étiquette pour cette mention</translation>
    </message>
    <message>
        <source>The label could not be added.</source>
        <translation>Impossible d’ajouter l’étiquette.</translation>
    </message>
    <message>
        <source>The tone could not be put back.</source>
        <translation>Impossible de rétablir la tonalité.</translation>
    </message>
    <message>
        <source>The tone could not be corrected.</source>
        <translation>Impossible de corriger la tonalité.</translation>
    </message>
    <message>
        <source>Tone corrected: %1.</source>
        <translation>Tonalité corrigée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The alert could not be taken.</source>
        <translation>Impossible de prendre en charge l’alerte.</translation>
    </message>
    <message>
        <source>You look into this alert.</source>
        <translation>Vous prenez en charge cette alerte.</translation>
    </message>
    <message>
        <source>The alert could not be dismissed.</source>
        <translation>Impossible d’écarter l’alerte.</translation>
    </message>
    <message>
        <source>Alert dismissed. It stays on the curve.</source>
        <translation>Alerte écartée. Elle reste sur la courbe.</translation>
    </message>
    <message>
        <source>Open a crisis…</source>
        <translation>Ouvrir une crise…</translation>
    </message>
    <message>
        <source>Open a crisis with its playbook</source>
        <translation>Ouvrir une crise avec son plan d’action</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Bring in posts from a file (CSV or NDJSON)</source>
        <translation>Importer des publications depuis un fichier (CSV ou NDJSON)</translation>
    </message>
    <message>
        <source>Next mention</source>
        <translation>Mention suivante</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivante</translation>
    </message>
    <message>
        <source>Previous mention</source>
        <translation>Mention précédente</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédente</translation>
    </message>
    <message>
        <source>Reply in public</source>
        <translation>Répondre en public</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Reply in private</source>
        <translation>Répondre en privé</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Attribuer…</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marquer comme traitée</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Traitée</translation>
    </message>
    <message>
        <source>Say nothing…</source>
        <translation>Ne pas répondre…</translation>
    </message>
    <message>
        <source>Say nothing</source>
        <translation>Ne pas répondre</translation>
    </message>
    <message>
        <source>Mark as waiting</source>
        <translation>Marquer comme en attente</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Put back on the list</source>
        <translation>Remettre dans la liste</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>Étiqueter…</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Écrire une note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Open on its network</source>
        <translation>Ouvrir sur son réseau</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Correct the tone</source>
        <translation>Corriger la tonalité</translation>
    </message>
    <message>
        <source>Nothing has been said yet</source>
        <translation>Rien n’a encore été dit</translation>
    </message>
    <message>
        <source>Here you see what people say about you, newest first, with its tone and its risks. Import a file of posts, add a source in Settings, or try a drill.</source>
        <translation>Vous voyez ici ce qui se dit de vous, le plus récent en premier, avec la tonalité et les risques. Importez un fichier de publications, ajoutez une source dans Réglages ou essayez un exercice.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Rien ici</translation>
    </message>
    <message>
        <source>No mention fits what is chosen above: the search, the watch, the tone, the time or the state.</source>
        <translation>Aucune mention ne correspond aux choix ci-dessus&#xa0;: la recherche, la veille, la tonalité, la période ou l’état.</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s) to do</source>
        <translation>
            <numerusform>%Ln mention à traiter</numerusform>
            <numerusform>%Ln mentions à traiter</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a file of posts</source>
        <translation>Importer un fichier de publications</translation>
    </message>
    <message>
        <source>Posts (*.csv *.tsv *.txt *.ndjson *.jsonl);;All files (*)</source>
        <translation>Publications (*.csv *.tsv *.txt *.ndjson *.jsonl);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>rien pour l’instant</translation>
    </message>
    <message>
        <source>Try a drill</source>
        <translation>Essayer un exercice</translation>
    </message>
    <message>
        <source>Practise on a recorded crisis</source>
        <translation>S’entraîner sur une crise enregistrée</translation>
    </message>
    <message>
        <source>The alert could not be read.</source>
        <translation>Impossible de lire l’alerte.</translation>
    </message>
    <message>
        <source>Add a mention…</source>
        <translation>Ajouter une mention…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Enter what no source brings: a letter, a call, a closed group</source>
        <translation>Saisir ce qu’aucune source n’apporte&#xa0;: une lettre, un appel, un groupe fermé</translation>
    </message>
    <message>
        <source>Tone confirmed: %1.</source>
        <translation>Tonalité confirmée&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %n post(s): wrong on %1 before, on %2 after</source>
        <extracomment>Last line of the menu of tones. %n posts whose tone people corrected or confirmed; %1 and %2 are percentages.</extracomment>
        <translation>
            <numerusform>Appris de %n message&#xa0;: erreur sur %1 avant, sur %2 après</numerusform>
            <numerusform>Appris de %n messages&#xa0;: erreur sur %1 avant, sur %2 après</numerusform>
        </translation>
    </message>
    <message>
        <source>Why this alert…</source>
        <translation>Pourquoi cette alerte…</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>Everything the alert was given for</source>
        <translation>Tout ce qui a donné lieu à l’alerte</translation>
    </message>
</context>
<context>
    <name>vigie::gui::WatchSection</name>
    <message>
        <source>Could not read the watches.</source>
        <translation>Impossible de lire les veilles.</translation>
    </message>
    <message>
        <source>Alerts rarely</source>
        <translation>Alertes rares</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibrée</translation>
    </message>
    <message>
        <source>Alerts early</source>
        <translation>Alertes précoces</translation>
    </message>
    <message numerus="yes">
        <source>and above %n mention(s) an hour</source>
        <translation>
            <numerusform>et au-delà de %n mention par heure</numerusform>
            <numerusform>et au-delà de %n mentions par heure</numerusform>
        </translation>
    </message>
    <message>
        <source>On</source>
        <comment>a watch</comment>
        <translation>Active</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>a watch</comment>
        <translation>En pause</translation>
    </message>
    <message numerus="yes">
        <source>%n watch(es)</source>
        <translation>
            <numerusform>%n veille</numerusform>
            <numerusform>%n veilles</numerusform>
        </translation>
    </message>
    <message>
        <source>The watch is on again.</source>
        <translation>La veille est de nouveau active.</translation>
    </message>
    <message>
        <source>The watch is paused: what it looks for gives no alert.</source>
        <translation>La veille est en pause&#xa0;: ce qu’elle recherche ne déclenche aucune alerte.</translation>
    </message>
    <message>
        <source>Could not change the watch.</source>
        <translation>Impossible de modifier la veille.</translation>
    </message>
    <message>
        <source>The watch was removed. The mentions it found stay.</source>
        <translation>La veille a été retirée. Les mentions qu’elle a trouvées restent.</translation>
    </message>
    <message>
        <source>Could not remove the watch. Where an alert or a crisis names it, it can only be paused.</source>
        <translation>Impossible de retirer la veille. Si une alerte ou une crise s’y réfère, elle peut seulement être mise en pause.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Add a watch…</source>
        <translation>Ajouter une veille…</translation>
    </message>
    <message>
        <source>A watch is a standing question to everything that comes in. It learns what is usual and gives an alert when that changes. Enter edits; the menu key pauses or removes.</source>
        <translation>Une veille interroge en continu tout ce qui arrive. Elle apprend le niveau habituel et déclenche une alerte quand il change. Entrée permet de modifier&#x202f;; la touche Menu, de mettre en pause ou de retirer.</translation>
    </message>
    <message>
        <source>Nothing is watched yet</source>
        <translation>Aucune veille pour l’instant</translation>
    </message>
    <message>
        <source>Say which words matter: your brand, its products, the way people misspell them. Vigie counts what it finds, learns what is usual, and wakes you when it is not.</source>
        <translation>Indiquez les mots qui comptent&#xa0;: votre marque, ses produits, leurs fautes d’orthographe courantes. Vigie compte ce qu’elle trouve, apprend le niveau habituel et vous réveille quand il est dépassé.</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Veilles</translation>
    </message>
    <message>
        <source>Could not read the settings.</source>
        <translation>Impossible de lire les réglages.</translation>
    </message>
    <message>
        <source>Tell alerts elsewhere…</source>
        <translation>Signaler les alertes ailleurs…</translation>
    </message>
    <message>
        <source>To a channel of a chat, or to a program of yours</source>
        <translation>À un canal de messagerie, ou à un de vos programmes</translation>
    </message>
</context>
<context>
    <name>vigie::gui::WebhookSecretDialog</name>
    <message>
        <source>The secret of “%1”</source>
        <translation>Le secret de «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>The program that sends needs this address and this secret, with which it signs what it brings. The secret is shown this once: copy it now.</source>
        <translation>Le programme qui envoie a besoin de cette adresse et de ce secret, avec lequel il signe ce qu’il apporte. Le secret n’est montré que cette fois&#xa0;: copiez-le maintenant.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Secret</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Copier le secret</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>Je l’ai copié</translation>
    </message>
</context>
<context>
    <name>vigie::networks::OAuthLoopback</name>
    <message>
        <source>There is nothing here.</source>
        <translation>Il n’y a rien ici.</translation>
    </message>
    <message>
        <source>This is not the answer that Vigie waits for.</source>
        <translation>Ce n’est pas la réponse que Vigie attend.</translation>
    </message>
    <message>
        <source>You are signed in. Close this page and go back to Vigie.</source>
        <translation>Vous êtes connecté. Fermez cette page et revenez à Vigie.</translation>
    </message>
    <message>
        <source>The sign-in was refused. Close this page and go back to Vigie.</source>
        <translation>La connexion a été refusée. Fermez cette page et revenez à Vigie.</translation>
    </message>
</context>
</TS>
