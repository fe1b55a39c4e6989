using System.Globalization;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Keys of everything that decides what a replay comes to: two runs with the same keys have the same figures.</summary>
internal sealed class RunKey
{
    private readonly FileHashes _hashes;
    private readonly string _plan;

    /// <param name="plan">The plan.</param>
    /// <param name="about">What the plan does not tell, such as the hash of a profile's file.</param>
    /// <param name="hashes">Those of the folders that plugins are in.</param>
    public RunKey(RunPlan plan, IEnumerable<string> about, FileHashes hashes)
    {
        _hashes = hashes;

        // Where the scored part begins, and a closed loop's best contender, hang on all contenders.
        IsTogether = plan.Loop == LoopKind.Closed || plan.Contenders.Any(c => c.Predictor.Factory is ITrainedPredictor);
        _plan = FileHashes.Of(
        [
            hashes.OfFolder(AppContext.BaseDirectory, recursive: false), Environment.Version.ToString(), .. about,
            plan.Profile.Name, plan.Setup.ToString(), plan.Loop.ToString(), plan.RecordedOn?.Name ?? string.Empty, plan.Timers.ToString(),
            plan.HostPolling is null ? string.Empty : Of(plan.HostPolling), plan.ExchangeRate.ToString("R", CultureInfo.InvariantCulture),
            plan.WarmUpNs.ToString(CultureInfo.InvariantCulture), plan.AllowTrained.ToString(),
            .. IsTogether ? plan.Contenders.Select(Of) : [],
        ]);
    }

    /// <summary>Whether a contender's figures hang on who else takes part.</summary>
    public bool IsTogether { get; }

    public string Of(TraceHeader trace) => FileHashes.Of([_plan, trace.Name, trace.Sha256.Digits]);

    /// <summary>The contender, its plugin's folder with what lies beside the DLL, and the files that its parameters name.</summary>
    public string Of(PredictorChoice contender) => FileHashes.Of(
    [
        contender.ToContender().Spec,
        Path.GetFileName(contender.Predictor.File),
        _hashes.OfFolder(Path.GetDirectoryName(Path.GetFullPath(contender.Predictor.File))!, recursive: true),
        .. contender.Values.ToTexts().Select(v => v.Value).Where(File.Exists).Select(FileHashes.OfFile),
    ]);
}
