using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>What a sweep has done of one trace.</summary>
/// <param name="Key">What decides the figures: see <see cref="RunKey"/>.</param>
/// <param name="Trace">What reports say of the trace.</param>
/// <param name="Clairvoyant">Its bound.</param>
/// <param name="Note">What is odd in it, or null.</param>
/// <param name="Results">What contenders did on it, by their keys.</param>
internal sealed record KeptTrace(
    string Key, TraceSummary Trace, ClairvoyantResult Clairvoyant, string? Note, IReadOnlyDictionary<string, ReplayResult> Results);
