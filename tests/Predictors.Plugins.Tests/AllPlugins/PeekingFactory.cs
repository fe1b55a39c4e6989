using System.Runtime.CompilerServices;
using Predictors.Abstractions;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>Makes a predictor that reads the memory beside the entry that it is given, and looks there for what it must not know.</summary>
/// <param name="futureNs">Per idle period: the values that would tell of its end.</param>
internal sealed class PeekingFactory(long[][] futureNs) : IPredictorFactory<PeekingFactory.Peeking>
{
    private const int WordsBefore = 32;
    private const int WordsAfter = 128;

    public PredictorDescription Description { get; } = new("peeking", "Reads beside its input.");

    public int Looked { get; private set; }

    public int Found { get; private set; }

    /// <summary>When each of its idle periods ended for the guest, in ns.</summary>
    public List<long> EndsNs { get; } = [];

    public Peeking Create(ParameterValues values, int vcpu) => new(this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(ref readonly long word, int period)
    {
        Looked++;
        for (int i = -WordsBefore; i < WordsAfter; i++)
        {
            Found += futureNs[period].Contains(Unsafe.Add(ref Unsafe.AsRef(in word), i)) ? 1 : 0;
        }
    }

    internal struct Peeking(PeekingFactory factory) : IIdlePredictor
    {
        private int _period;
        private long _nowNs;

        public long PredictPollNs(in IdleEntry entry)
        {
            _nowNs = entry.NowNs;
            factory.Look(ref Unsafe.As<IdleEntry, long>(ref Unsafe.AsRef(in entry)), _period);
            return PollWindow.None;
        }

        public void Observe(in IdleExit exit)
        {
            factory.EndsNs.Add(_nowNs + exit.IdleNs);
            _period++;
        }
    }
}
