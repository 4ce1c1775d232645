/** Paragraphs in languages that nobody wrote a table for, in which a reader of any language sees the joints. */
const german = `Der Nutzer möchte wissen, warum die Abfrage so lange dauert. Sie liest drei Tabellen und sortiert am Ende nach dem Datum. Einen Fehler meldet sie nicht.

Ich sehe mir zuerst die Tabellen an. Die Bestellungen haben etwa zwei Millionen Zeilen, die Kunden achtzigtausend und die Orte nur ein paar hundert. Auf dem Datum liegt kein Index, auf der Nummer des Kunden schon.

Die Sortierung ist also der erste Verdacht. Ohne Index muss die Datenbank alle Zeilen holen und im Speicher ordnen. Passt das nicht hinein, schreibt sie Teile auf die Platte, und das kostet Zeit.

Dagegen spricht, dass die gleiche Abfrage ohne den dritten Verbund schnell ist. Dort wird ebenfalls sortiert, mit gleich vielen Zeilen. Der Verbund mit den Orten macht also den Unterschied, nicht die Reihenfolge am Ende.

Der Verbund vergleicht die Postleitzahl als Text mit einer Zahl. Damit wandelt die Datenbank jede Zeile um und kann den Index auf der Zahl nicht benutzen. Das erklärt, warum eine so kleine Tabelle so viel ausmacht.

Abhilfe schafft eine Spalte gleicher Art auf beiden Seiten. Man kann die Zahl beim Verbund in Text wandeln, besser ist es, die Spalte einmal umzustellen. Danach greift der Index wieder.

Zur Probe rechne ich die Kosten nach. Vorher wurden zwei Millionen Vergleiche mit je dreihundert Zeilen gemacht, nachher ist es je ein Zugriff auf den Index. Das passt zu der beobachteten Zeit.

Die Antwort sollte mit der Ursache beginnen, dann die Änderung zeigen und am Ende sagen, wie man den Erfolg misst. Ein Hinweis auf den fehlenden Index auf dem Datum schadet nicht.`;

const french = `L'utilisateur demande pourquoi sa fonction renvoie une liste vide. Le code parcourt les lignes, filtre celles qui sont vides et garde les autres. Aucune exception n'est levée.

Regardons d'abord l'entrée. Le fichier est lu une première fois pour compter les lignes, puis une seconde fois pour les traiter. Entre les deux, rien ne remet le curseur au début.

La seconde lecture commence donc à la fin du fichier. Elle ne trouve rien, et la boucle ne tourne pas une seule fois. C'est bien ce que montre la liste vide.

Il y a aussi une autre piste : le filtre. La condition teste si la ligne est vide après avoir enlevé les espaces, ce qui est juste. Elle ne peut pas écarter toutes les lignes à elle seule.

On peut vérifier la première piste en affichant la position du curseur avant la boucle. Si elle vaut la taille du fichier, la cause est trouvée. Sinon il faut revenir au filtre.

Pour corriger, deux voies se présentent. La plus courte remet le curseur à zéro avant la seconde lecture. La plus propre lit les lignes une seule fois dans une liste et compte celle-ci.

La seconde voie garde tout en mémoire, ce qui gêne pour un très gros fichier. Ici le fichier tient en quelques milliers de lignes, cela ne pose donc aucun problème.

La réponse dira la cause en une phrase, montrera la correction et ajoutera pourquoi la boucle restait muette.`;

const russian = `Пользователь спрашивает, почему тест иногда падает. Он проверяет порядок событий и проходит девять раз из десяти. На сервере сборки он падает чаще.

Посмотрим, что делает тест. Он запускает две задачи и ждёт обе, а потом сравнивает список с ожидаемым. Задачи пишут в один список по мере готовности.

Порядок записи зависит от того, какая задача закончится раньше. Обычно первая быстрее, поэтому тест чаще всего проходит. На занятой машине вторая может обогнать первую.

Значит, ошибка не в коде, а в самом тесте. Он ждёт порядка, которого никто не обещал. Исправлять нужно ожидание, а не программу.

Можно сравнивать множества вместо списков. Тогда порядок не важен, а пропажа события всё равно будет видна. Это самое простое изменение.

Другой путь состоит в том, чтобы задачи шли одна за другой. Это сделает тест медленнее и скроет настоящие условия работы. Такой путь хуже.

Проверим первое решение на крайнем случае. Если событие придёт дважды, множество этого не заметит. Поэтому лучше сравнить отсортированные списки, они сохраняют повторы.

В ответе сначала назову причину, затем покажу исправленное сравнение и объясню, почему на сервере тест падал чаще.`;

const japanese = `ユーザーは、ボタンを二回押すと注文が二つ作られる理由を知りたがっている。コードは押された時に要求を送り、返事が来たら画面を変えている。

まず、要求を送る部分を見る。送信中かどうかを示す変数はあるが、返事が来てから初めて設定されている。これでは二回目の押下を防ぐことができない。

つまり原因は変数を設定する時期である。送る前に設定すれば、二回目の押下は無視される。返事が来たら元に戻せばよい。

一方で、サーバー側の問題も考えられる。同じ注文番号の要求が二度来た時に、二つ目を拒む仕組みがない。画面側だけを直しても、通信のやり直しで同じことが起こり得る。

そこで二つの対策を組み合わせる。画面側では送信中はボタンを無効にし、サーバー側では注文ごとの鍵を確かめる。どちらも短い変更で済む。

念のため、失敗した時の動きも確かめる。要求が失敗したら変数を戻さなければ、ボタンは二度と使えなくなる。必ず最後に戻すように書く必要がある。

答えでは原因を一文で述べ、画面側の修正を示し、最後にサーバー側の鍵を勧める。`;

/** Facts for a long line: no blank lines, no line ends, no openers. */
const facts = [
  "The queue holds a row for each message and a flag for each row",
  "A worker takes the oldest row that nobody has taken",
  "The flag goes back after ten minutes if no answer came",
  "Two workers on one row would send the mail twice",
  "The lock on the row is held only while the flag is set",
  "Rows older than a week are moved to an archive at night",
  "Each archive file is named after the day it was made",
  "The reader of an archive never writes to the queue",
];

function longLine(units: number): string {
  let text = "";
  for (let at = 0; text.length < units; at++) text += `${facts[at % facts.length] ?? ""} in part ${at}. `;
  return text;
}

const checks = ["the owner", "the due date", "the amount", "the currency", "the status", "the country"];

const table = checks
  .map((what, at) =>
    [
      `Let me lay out ${what} of each order, since the two lists differ there and nowhere else as far as I have seen.`,
      "| order | first list | second list |\n| --- | --- | --- |",
      ...Array.from(
        { length: 6 },
        (_, row) => `| ${row + 1} | ${what} ${at}${row} as imported | ${what} ${at}${row} as booked |`,
      ),
      `So for ${what} the rows agree but one, and that one was changed by hand after the import had been made.`,
    ].join("\n\n"),
  )
  .join("\n\n");

const json = checks
  .map((what, at) =>
    [
      `Now the reply for ${what} has to be shaped, and the caller wants every field to be there even if it is empty.`,
      `{\n  "check": "${what}",\n\n  "rows": [${at}, ${at + 1}],\n\n  "verdict": "they agree but for one",\n\n  "note": ""\n}`,
      `That holds all that was asked about ${what}, and the note stays empty as long as nobody complains.`,
    ].join("\n\n"),
  )
  .join("\n\n");

/** Long traces that are hard to cut, each of one kind. */
export const hardTraces: Readonly<Record<string, string>> = {
  german: `${german}\n\n${german.replaceAll("Abfrage", "Suche")}\n\n${german.replaceAll("Datum", "Namen")}`,
  french: `${french}\n\n${french.replaceAll("liste", "table")}\n\n${french.replaceAll("fichier", "journal")}`,
  russian: `${russian}\n\n${russian.replaceAll("тест", "прогон")}\n\n${russian.replaceAll("список", "журнал")}`,
  japanese: `${japanese}\n\n${japanese.replaceAll("注文", "予約")}`,
  germanWall: `${german} ${french} ${german}`.replaceAll("\n\n", " "),
  russianLines: `${russian}\n${russian}\n${russian}`.replaceAll("\n\n", "\n"),
  line50KB: longLine(50_000),
  lowerCaseWall: longLine(8_000).toLowerCase(),
  table,
  json,
  // 50 KB without a sentence's end.
  "a line without an end":
    "so the sum of the last two terms goes into the table and the next term follows from it ".repeat(575),
};
