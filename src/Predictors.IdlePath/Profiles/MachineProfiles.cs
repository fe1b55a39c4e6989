using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Predictors.IdlePath;

/// <summary>The machine profiles that are built in, and reading of one's own.</summary>
public static class MachineProfiles
{
    /// <summary>The profile that is used where none is named.</summary>
    public const string DefaultName = "skylake-sp";

    private const string ResourcePrefix = "Predictors.IdlePath.Profiles.";
    private const long MaxFileBytes = 1 << 20;
    private const long MinTickNs = 100_000;
    private const long MaxTickNs = 1_000_000_000;

    // The relaxed encoder leaves letters and quotes readable; it is unsafe only inside HTML.
    private static readonly JsonWriterOptions s_written =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names of the built-in profiles, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(MachineProfiles).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal) && n.EndsWith(".json", StringComparison.Ordinal))
            .Select(n => n[ResourcePrefix.Length..^".json".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>Gives a built-in profile by its name, or reads one from a file.</summary>
    /// <param name="nameOrFile">The name of a built-in profile, or the path of a JSON file.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ProfileException">There is neither, or the file is no valid profile; the message says what is wrong.</exception>
    public static MachineProfile Get(string nameOrFile)
    {
        ArgumentNullException.ThrowIfNull(nameOrFile);
        if (Names.Contains(nameOrFile))
        {
            using Stream resource = typeof(MachineProfiles).Assembly.GetManifestResourceStream(ResourcePrefix + nameOrFile + ".json")!;
            return Parse(resource, nameOrFile);
        }

        if (!File.Exists(nameOrFile))
        {
            throw new ProfileException($"{nameOrFile}: no such profile and no such file; built in are {string.Join(", ", Names)}.");
        }

        try
        {
            using FileStream file = File.OpenRead(nameOrFile);
            return file.Length <= MaxFileBytes
                ? Parse(file, nameOrFile)
                : throw new ProfileException($"{nameOrFile}: {file.Length} bytes; a profile has at most {MaxFileBytes}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProfileException($"{nameOrFile}: can't be read: {e.Message}", e);
        }
    }

    /// <summary>Writes a profile as JSON that <see cref="Get"/> reads.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="output">Where to; left open.</param>
    /// <exception cref="ProfileException">It is no valid profile; the message says what is wrong.</exception>
    public static void Write(MachineProfile profile, Stream output)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(output);
        Check(profile, profile.Name);
        using (var json = new Utf8JsonWriter(output, s_written))
        {
            JsonSerializer.Serialize(json, profile, ProfileJson.Default.MachineProfile);
        }

        output.WriteByte((byte)'\n');
    }

    private static MachineProfile Parse(Stream stream, string place)
    {
        try
        {
            MachineProfile profile = JsonSerializer.Deserialize(stream, ProfileJson.Default.MachineProfile)
                ?? throw new ProfileException($"{place}: expected a JSON object, found null.");
            Check(profile, place);
            return profile;
        }
        catch (JsonException e)
        {
            throw new ProfileException($"{place}, line {e.LineNumber + 1}: {e.Message}", e);
        }
    }

    /// <summary>Holds that a profile is one: the replay loop relies on it.</summary>
    /// <exception cref="ProfileException">It is none; the message says what is wrong.</exception>
    internal static void Check(MachineProfile profile, string place)
    {
        string? missing = string.IsNullOrWhiteSpace(profile.Name) ? "name"
            : string.IsNullOrWhiteSpace(profile.Description) ? "description"
            : profile.Costs is null ? "costs"
            : profile.CStates is null ? "cStates"
            : null;
        if (missing is not null)
        {
            throw new ProfileException($"{place}: {missing} is empty.");
        }

        CheckCosts(profile, place);
        CheckCStates(profile, place);
    }

    private static void CheckCosts(MachineProfile profile, string place)
    {
        JsonTypeInfo costs = ProfileJson.Default.ProfileCosts;
        foreach (JsonPropertyInfo cost in costs.Properties)
        {
            CostRules.Check((ProfileCost?)cost.Get!(profile.Costs), $"costs.{cost.Name}", place);
        }

        foreach (JsonPropertyInfo cost in ProfileJson.Default.ProfileModeCosts.Properties)
        {
            if (profile.ModeCosts is not null && cost.Get!(profile.ModeCosts) is ProfileCost given)
            {
                CostRules.CheckConstant(given, $"modeCosts.{cost.Name}", place);
            }
        }

        if (profile.TickPeriod is { } tick && (tick.Ns is < MinTickNs or > MaxTickNs || string.IsNullOrWhiteSpace(tick.Source)))
        {
            throw new ProfileException($"{place}: tickPeriod is {tick.Ns}; expected ns from {MinTickNs} to {MaxTickNs} and a source.");
        }
    }

    private static void CheckCStates(MachineProfile profile, string place)
    {
        if (profile.CStates.Count > WakeKind.MaxDepth)
        {
            throw new ProfileException($"{place}: {profile.CStates.Count} C-states; a profile has at most {WakeKind.MaxDepth}.");
        }

        (long latency, long residency) = (-1, -1);
        foreach (ProfileCState? state in profile.CStates)
        {
            if (string.IsNullOrWhiteSpace(state?.Name) || string.IsNullOrWhiteSpace(state.Source))
            {
                throw new ProfileException($"{place}: C-state {state?.Name}: expected a name and a source.");
            }

            if (state.ExitLatencyNs <= latency || state.TargetResidencyNs <= residency || state.ExitLatencyNs > CostRules.MaxCostNs)
            {
                throw new ProfileException(
                    $"{place}: C-state {state.Name}: exit latency {state.ExitLatencyNs} ns and target residency {state.TargetResidencyNs} ns must both"
                    + $" be above those of the state before it, and the latency at most {CostRules.MaxCostNs} ns.");
            }

            (latency, residency) = (state.ExitLatencyNs, state.TargetResidencyNs);
        }
    }
}
