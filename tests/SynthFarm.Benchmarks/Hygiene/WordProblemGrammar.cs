using SynthFarm.Core.Randomness;

namespace SynthFarm.Benchmarks.Hygiene;

/// <summary>
/// Word problems as people write them, drawn from a seed: three to six sentences of everyday arithmetic, 35 to 110 words. No two draws share
/// a template as a whole, but all share phrases, as real sets do.
/// </summary>
internal sealed class WordProblemGrammar(StableRandom random)
{
    private static readonly string[] Names =
    [
        "Anna", "Ben", "Carla", "David", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jamal", "Keiko", "Liam", "Maria", "Nadia", "Oscar", "Priya", "Quentin", "Rosa", "Samir", "Tanya",
        "Umar", "Vera", "Walter", "Ximena", "Yusuf", "Zoe", "Mr. Lopez", "Mrs. Chen", "Dr. Patel", "the baker",
    ];

    private static readonly string[] Things =
    [
        "apples", "pencils", "marbles", "stickers", "cookies", "books", "tickets", "balloons", "stamps", "eggs", "bottles of water", "bags of flour", "red cards", "toy cars", "tulips",
        "boxes of crayons", "sandwiches", "seashells", "coins", "candles", "muffins", "puzzles", "shirts", "pairs of socks", "lemons", "postcards", "bricks", "chairs", "trees", "jars of jam",
    ];

    private static readonly string[] Places =
    [
        "at the market", "in the garden", "at the school fair", "in a small shop", "on the farm", "at the library", "near the station", "in the old barn", "at the summer camp", "by the lake",
        "in the warehouse", "at the weekend sale", "in the kitchen", "at the museum", "on the way home",
    ];

    private static readonly string[] Times =
    [
        "On Monday", "Last week", "Every morning", "During the holidays", "In the first hour", "After lunch", "By the end of the day", "In March", "At noon", "Over the weekend", "Later that evening",
        "On the second day", "Each winter", "Before the party",
    ];

    private static readonly string[] Fillers =
    [
        "The weather was cold and nobody wanted to wait outside.", "A friend had promised to help but came late.", "The whole class was very excited about it.", "It was the busiest time of the year.",
        "Nothing was broken on the way.", "The owner wrote every sale into a green notebook.", "The bus ride took much longer than planned.", "All of them were packed into wooden crates.",
        "The prices had not changed since spring.", "The younger children were allowed to watch.",
    ];

    public string Next()
    {
        var (name, other, thing) = (One(Names), One(Names), One(Things));
        var sentences = new List<string> { Opening(name, thing) };
        for (var i = random.Next(2, 4); i > 0; i--)
        {
            sentences.Add(random.Next(4) == 0 ? One(Fillers) : Event(random.Next(3) == 0 ? other : name, thing));
        }

        sentences.Add(Question(name, other, thing));
        return string.Join(' ', sentences);
    }

    private string Opening(string name, string thing) => random.Next(6) switch
    {
        0 => $"{One(Times)} {name} bought {Number(900)} {thing} {One(Places)} and paid ${Number(90)} for each of them.",
        1 => $"{name} has {Number(500)} {thing}, which is {Number(80)} more than there were {One(Places)} a year ago.",
        2 => $"There are {Number(800)} {thing} {One(Places)}, and {name} is asked to sort them into {Number(30)} equal groups.",
        3 => $"{name} collects {thing}. {One(Times)} the collection grew to {Number(950)} pieces, {Number(60)} of them new.",
        4 => $"A truck brings {Number(700)} {thing} for {name}, who needs only {Number(40)} percent of the load {One(Places)}.",
        _ => $"To prepare for the fair, {name} makes {Number(300)} {thing} in {Number(12)} hours, working {One(Places)}.",
    };

    private string Event(string name, string thing) => random.Next(8) switch
    {
        0 => $"{One(Times)} {name} gave away {Number(90)} of the {thing} to {One(Names)}.",
        1 => $"Then {name} lost {Number(40)} of them {One(Places)}, but found {Number(20)} again.",
        2 => $"{One(Times)} another {Number(200)} {thing} were added, although {Number(15)} turned out to be damaged.",
        3 => $"{name} sells the {thing} in packs of {Number(24)}, and each pack costs ${Number(60)}.",
        4 => $"Half of what remained was put {One(Places)}, together with {Number(70)} {One(Things)}.",
        5 => $"{One(Names)} takes {Number(9)} times as many {thing} as {One(Names)} did {One(Places)}.",
        6 => $"It takes {name} {Number(45)} minutes to carry {Number(16)} {thing} {One(Places)}.",
        _ => $"{One(Times)} the price of the {thing} rose by {Number(35)} percent because of a shortage {One(Places)}.",
    };

    private string Question(string name, string other, string thing) => random.Next(6) switch
    {
        0 => $"How many {thing} does {name} have left now?",
        1 => $"What is the total amount of money, in dollars, that {name} spends on the {thing}?",
        2 => $"How many more {thing} than {other} does {name} own in the end?",
        3 => $"If they are shared equally among {Number(20)} people, how many {thing} does everybody get?",
        4 => $"After how many days will {name} have at least {Number(990)} {thing}?",
        _ => $"What fraction of the {thing} stays {One(Places)} when everything is counted?",
    };

    private int Number(int max) => random.Next(2, max);

    private string One(string[] words) => words[random.Next(words.Length)];
}
