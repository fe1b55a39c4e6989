using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>Tries settings on every half of every trace, each once, and keeps what the searches need to know.</summary>
internal sealed class TriedSettings(TuningSpace space, TuningPlan plan, TraceHalves halves)
{
    private readonly Dictionary<string, TunedSetting> _settings = new(StringComparer.Ordinal);
    private readonly List<PredictorChoice> _choices = [];
    private readonly Dictionary<string, RunFault> _faults = new(StringComparer.Ordinal);

    /// <summary>What every setting did, by SPEC.</summary>
    public IReadOnlyDictionary<string, TunedSetting> Settings => _settings;

    /// <summary>The settings that did not fail.</summary>
    public IReadOnlyList<PredictorChoice> Choices => _choices;

    /// <summary>Settings that failed, by SPEC.</summary>
    public IReadOnlyDictionary<string, RunFault> Faults => _faults;

    /// <summary>Tries those settings that have not been tried.</summary>
    /// <exception cref="PredictorFaultException">The predictor fails with its defaults.</exception>
    public void Try(IEnumerable<string[]> settings, IProgress<double> progress, CancellationToken cancellation)
    {
        var fresh = new Dictionary<string, (PredictorChoice Choice, double Distance)>(StringComparer.Ordinal);
        if (_settings.Count == 0)
        {
            fresh.Add(space.Default.Text, (space.Default, 0));
        }

        foreach (string[] values in settings)
        {
            PredictorChoice choice = space.Choice(values);
            if (!_settings.ContainsKey(choice.Text) && !_faults.ContainsKey(choice.Text))
            {
                fresh.TryAdd(choice.Text, (choice, space.Distance(values)));
            }
        }

        if (fresh.Count > 0)
        {
            Replay([.. fresh.Values], progress, cancellation);
        }
    }

    private void Replay(List<(PredictorChoice Choice, double Distance)> fresh, IProgress<double> progress, CancellationToken cancellation)
    {
        var scores = fresh.ConvertAll(_ => new List<PartScore>());
        foreach (RunOutcome outcome in halves.Run(plan.Run with { Contenders = [.. fresh.Select(f => f.Choice)] }, progress, cancellation))
        {
            foreach (RunFault fault in outcome.Faults)
            {
                _faults.TryAdd(fault.Spec, fault);
            }

            for (int i = 0; i < fresh.Count; i++)
            {
                if (outcome.Run.Results[i] is { } result)
                {
                    scores[i].Add(ScoreOf(fresh[i].Choice, outcome.Run, result));
                }
            }
        }

        if (_faults.TryGetValue(space.Default.Text, out RunFault? failed))
        {
            throw new PredictorFaultException(failed.ToString());
        }

        for (int i = 0; i < fresh.Count; i++)
        {
            PredictorChoice choice = fresh[i].Choice;
            if (!_faults.ContainsKey(choice.Text))
            {
                _choices.Add(choice);
                _settings.Add(choice.Text, new TunedSetting(choice.Text, TuningSpace.Changes(choice), fresh[i].Distance, scores[i]));
            }
        }
    }

    private PartScore ScoreOf(PredictorChoice choice, TraceRun run, ReplayResult result)
    {
        // Holds the result against the clairvoyant.
        Score score = Score.Of(choice.ToContender(), run.Trace, result, run.Clairvoyant, plan.Run.ExchangeRate);
        long inTime = plan.Bounds.MaxP99Ns is { } atMostNs ? result.Latency.CountUpTo(atMostNs) : result.Latency.Count;
        return new PartScore(score.CostNs, score.ClairvoyantCostNs, score.WastePercent ?? double.NaN, result.Latency.Count, inTime);
    }
}
