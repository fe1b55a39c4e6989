using System.Text.Json.Nodes;

namespace Predictors.IdlePath.Tests;

/// <summary>A profile of one's own in a temporary file: <c>skylake-sp</c> with changes.</summary>
internal sealed class ProfileFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("predictors-profile-").FullName;

    private ProfileFile(string content)
    {
        Path = System.IO.Path.Combine(_folder, "my-machine.json");
        File.WriteAllText(Path, content);
    }

    /// <summary>The names of the costs in the order in which the built-in profiles have them.</summary>
    public static IReadOnlyList<string> Costs { get; } = [.. Skylake()["costs"]!.AsObject().Select(c => c.Key)];

    /// <summary>The same for those of some setups.</summary>
    public static IReadOnlyList<string> ModeCosts { get; } = [.. Skylake()["modeCosts"]!.AsObject().Select(c => c.Key)];

    public string Path { get; }

    public static ProfileFile Of(Action<JsonNode> change)
    {
        JsonNode profile = Skylake();
        change(profile);
        return new ProfileFile(profile.ToJsonString());
    }

    public static ProfileFile OfText(string content) => new(content);

    /// <summary>The cost of a profile by its name.</summary>
    public static ProfileCost CostOf(MachineProfile profile, string cost) =>
        (ProfileCost)ProfileJson.Default.ProfileCosts.Properties.Single(p => p.Name == cost).Get!(profile.Costs)!;

    /// <summary>A file in the folder of the profiles' sources.</summary>
    public static string Source(string name) => RepositoryFile.At(System.IO.Path.Combine("src/Predictors.IdlePath/Profiles", name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonNode Skylake() => JsonNode.Parse(File.ReadAllText(Source("skylake-sp.json")))!;
}
