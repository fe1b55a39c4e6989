using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Keys of everything that decides what a replay comes to: two runs with the same keys have the same figures.</summary>
internal sealed class RunKey
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly string _plan;

    /// <param name="plan">The plan.</param>
    /// <param name="about">What the plan does not tell, such as the hash of a profile's file.</param>
    public RunKey(RunPlan plan, IEnumerable<string> about)
    {
        // Where the scored part begins, and a closed loop's best contender, hang on all contenders.
        IsTogether = plan.Loop == LoopKind.Closed || plan.Contenders.Any(c => c.Predictor.Factory is ITrainedPredictor);
        _plan = HashOf(
        [
            FolderOf(AppContext.BaseDirectory, recursive: false), Environment.Version.ToString(), .. about,
            plan.Profile.Name, plan.Setup.ToString(), plan.Loop.ToString(), plan.RecordedOn?.Name ?? string.Empty, plan.Timers.ToString(),
            plan.HostPolling is null ? string.Empty : Of(plan.HostPolling), plan.ExchangeRate.ToString("R", CultureInfo.InvariantCulture),
            plan.WarmUpNs.ToString(CultureInfo.InvariantCulture), plan.AllowTrained.ToString(),
            .. IsTogether ? plan.Contenders.Select(Of) : [],
        ]);
    }

    /// <summary>Whether a contender's figures hang on who else takes part.</summary>
    public bool IsTogether { get; }

    public string Of(TraceHeader trace) => HashOf([_plan, trace.Name, trace.Sha256.Digits]);

    /// <summary>The contender, its plugin's folder with what lies beside the DLL, and the files that its parameters name.</summary>
    public string Of(PredictorChoice contender) => HashOf(
    [
        contender.ToContender().Spec,
        Path.GetFileName(contender.Predictor.File),
        FolderOf(Path.GetDirectoryName(Path.GetFullPath(contender.Predictor.File))!, recursive: true),
        .. contender.Values.ToTexts().Select(v => v.Value).Where(File.Exists).Select(HashOfFile),
    ]);

    private string FolderOf(string folder, bool recursive)
    {
        if (!_folders.TryGetValue(folder, out string? hash))
        {
            IEnumerable<string> files = Directory.EnumerateFiles(folder, "*", recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly);
            hash = HashOf(files.Order(StringComparer.Ordinal).SelectMany(f => (string[])[Path.GetRelativePath(folder, f), HashOfFile(f)]));
            _folders.Add(folder, hash);
        }

        return hash;
    }

    private static string HashOfFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    // Lengths keep parts apart: "a" + "bc" is not "ab" + "c".
    private static string HashOf(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p}"))))));
}
