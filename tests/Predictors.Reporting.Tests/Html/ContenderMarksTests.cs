using Predictors.Ranking;

namespace Predictors.Reporting.Tests;

public sealed class ContenderMarksTests
{
    [Test]
    public void Marks_WhoeverLeads_StayTheSame()
    {
        Contender[] contenders = [.. Enumerable.Range(0, 20).Select(i => new Contender($"rule-{i:00}", []))];
        var marks = new ContenderMarks(contenders);
        var others = new ContenderMarks([.. contenders.Reverse()]);

        foreach (Contender contender in contenders)
        {
            Assert.That((others.Colour(contender), others.Mark(contender)), Is.EqualTo((marks.Colour(contender), marks.Mark(contender))));
        }
    }

    [Test]
    public void Marks_AsManyPredictorsAsColoursTimesMarks_AreAllDifferent()
    {
        Contender[] contenders = [.. Enumerable.Range(0, ContenderMarks.Colours * ContenderMarks.Marks).Select(i => new Contender($"rule-{i:00}", []))];
        var marks = new ContenderMarks(contenders);

        Assert.That(contenders.Select(c => (marks.Colour(c), marks.Mark(c))), Is.Unique);
    }

    [Test]
    public void Marks_OfAFewOfThem_AreThoseAmongAll()
    {
        Contender[] contenders = [.. Enumerable.Range(0, 12).Select(i => new Contender($"rule-{i:00}", []))];
        var all = new ContenderMarks(contenders);
        ContenderMarks[] alone = [.. contenders.Select(c => new ContenderMarks([c]))];

        Assert.That(contenders.Select(all.Colour), Is.EqualTo(contenders.Select((c, i) => alone[i].Colour(c))));
    }

    [Test]
    public void Marks_MorePredictorsThanColoursTimesMarks_AreGivenToAll()
    {
        Contender[] contenders = [.. Enumerable.Range(0, 60).Select(i => new Contender($"rule-{i:00}", []))];
        var marks = new ContenderMarks(contenders);

        Assert.That(contenders.Select(marks.Colour), Has.All.InRange(0, ContenderMarks.Colours - 1));
        Assert.That(contenders.Select(marks.Mark), Has.All.InRange(0, ContenderMarks.Marks - 1));
    }

    [Test]
    public void Marks_OfASweep_ShareTheColourAndDifferInTheDash()
    {
        Contender[] contenders = [.. Enumerable.Range(1, 3).Select(i => new Contender("fixed-window", [new("window", $"{i}0us")])), new("halt", [])];
        var marks = new ContenderMarks(contenders);

        Assert.That(contenders[..3].Select(marks.Colour), Has.All.EqualTo(marks.Colour(contenders[0])));
        Assert.That(contenders[..3].Select(marks.Dash), Is.Unique);
        Assert.That(marks.Colour(contenders[3]), Is.Not.EqualTo(marks.Colour(contenders[0])));
    }
}
