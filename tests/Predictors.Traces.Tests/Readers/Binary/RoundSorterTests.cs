using CsCheck;
using Predictors.Traces.Readers.Binary;

namespace Predictors.Traces.Tests.Readers.Binary;

/// <summary>Events of several CPUs come out by time, those of one instant by arrival, however they came in.</summary>
[TestFixture]
public sealed class RoundSorterTests
{
    private const int MaxWaiting = 16;

    private static readonly Gen<KernelEvent[]> Events =
        Gen.Select(Gen.Long[0, 40], Gen.Int[0, 3], (ns, cpu) => new KernelEvent { TimeNs = ns, Cpu = cpu }).Array[0, 200].Select(Numbered);

    [Test]
    public void End_GivesAllByTimeThenArrival() => Events.Sample(events =>
    {
        var sorter = new RoundSorter();
        AddAll(sorter, events);
        Assert.That(sorter.IsReady, Is.False, "before the end nothing is safe");
        sorter.End();
        Assert.That(TakeAll(sorter), Is.EqualTo(Places(events.OrderBy(e => e.TimeNs))));
        Assert.That(sorter.Late, Is.Zero);
    });

    [Test]
    public void EndRound_GivesWhatIsNotLaterThanTheRoundBefore() => Gen.Select(Events, Events).Sample((first, second) =>
    {
        var sorter = new RoundSorter();
        AddAll(sorter, first);
        sorter.EndRound();
        Assert.That(sorter.IsReady, Is.False, "a first round may be overtaken by the second");
        AddAll(sorter, second);
        sorter.EndRound();
        long safeNs = first.Select(e => e.TimeNs).DefaultIfEmpty(long.MinValue).Max();
        KernelEvent[] sorted = [.. first.Concat(second).OrderBy(e => e.TimeNs)];
        Assert.That(TakeAll(sorter), Is.EqualTo(Places(sorted.Where(e => e.TimeNs <= safeNs))));
        sorter.End();
        Assert.That(TakeAll(sorter), Is.EqualTo(Places(sorted.Where(e => e.TimeNs > safeNs))));
    });

    [Test]
    public void Add_OfTooMany_GivesTheEarlierHalfAndCountsWhatComesLate() => Events.Sample(events =>
    {
        var sorter = new RoundSorter(MaxWaiting);
        List<KernelEvent> waiting = [];
        List<long> expected = [];
        List<long> given = [];
        long late = 0;
        long givenNs = long.MinValue;
        foreach (KernelEvent e in events)
        {
            late += e.TimeNs < givenNs ? 1 : 0;
            waiting.Add(e);
            sorter.Add(in e);
            if (waiting.Count == MaxWaiting)
            {
                List<KernelEvent> earlier = [.. waiting.OrderBy(w => w.TimeNs).Take(MaxWaiting / 2)];
                expected.AddRange(Places(earlier));
                waiting.RemoveAll(earlier.Contains);
                givenNs = Math.Max(givenNs, earlier[^1].TimeNs);
            }

            given.AddRange(TakeAll(sorter));
            Assert.That(given, Is.EqualTo(expected));
        }

        Assert.That(sorter.Late, Is.EqualTo(late));
    });

    private static void AddAll(RoundSorter sorter, KernelEvent[] events)
    {
        foreach (KernelEvent e in events)
        {
            sorter.Add(in e);
        }
    }

    private static List<long> TakeAll(RoundSorter sorter)
    {
        List<long> places = [];
        Span<KernelEvent> some = new KernelEvent[3];
        int count;
        while ((count = sorter.Take(some)) > 0)
        {
            places.AddRange(Places(some[..count].ToArray()));
        }

        return places;
    }

    private static IEnumerable<long> Places(IEnumerable<KernelEvent> events) => events.Select(e => e.Place);

    private static KernelEvent[] Numbered(KernelEvent[] events)
    {
        for (int i = 0; i < events.Length; i++)
        {
            events[i].Place = i;
        }

        return events;
    }
}
