namespace Predictors.Hosting;

/// <summary>
/// Finds plugins in directories and their subfolders, in ordinal order. A plugin is a DLL that references the contract
/// and either has the name of its folder (<c>NAME/NAME.dll</c>) or a <c>.deps.json</c> of its own; in a folder where no
/// DLL has either, every DLL that references the contract is one. Other DLLs are plugins' private dependencies. What
/// builds leave in <c>obj</c>, <c>ref</c> and <c>refint</c>, native libraries in <c>runtimes</c>, hidden folders and
/// links to folders are passed over.
/// </summary>
internal sealed class PluginDiscovery
{
    private static readonly string[] s_passedOver = ["obj", "ref", "refint", "runtimes"];

    // They reference the contract, or are it, and are no plugins.
    private static readonly string[] s_hostAssemblies =
        [ContractAssemblies.Contract.Name!, ContractAssemblies.ModuleContract.Name!, .. ContractAssemblies.HostOnly];

    // What references one of these tests a plugin, and lies beside it where a whole solution is searched.
    private static readonly string[] s_testFrameworks =
        ["nunit.framework", "xunit.core", "xunit.v3.core", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    private static readonly EnumerationOptions s_files = new() { MatchCasing = MatchCasing.CaseInsensitive, IgnoreInaccessible = false };

    private static readonly EnumerationOptions s_folders = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    private readonly List<RefusedPlugin> _refused = [];
    private readonly Dictionary<string, PluginFile> _found = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PluginFile> _plugins = [];

    /// <summary>The plugins in the order in which they were found.</summary>
    public IReadOnlyList<PluginFile> Plugins => _plugins;

    /// <summary>What can't be a plugin though it looks like one.</summary>
    public IReadOnlyList<RefusedPlugin> Refused => _refused;

    /// <summary>Searches a directory.</summary>
    /// <param name="directory">The directory.</param>
    public void Search(string directory)
    {
        if (!Directory.Exists(directory))
        {
            Refuse(directory, "there is no such directory");
        }
        else if (!SearchTree(directory))
        {
            Refuse(directory, $"holds no plugin: no DLL in it references {ContractAssemblies.Contract.Name}{(HoldsSources(directory)
                ? "; build it first: dotnet build -c Release" : string.Empty)}");
        }
    }

    private static bool HoldsSources(string directory)
    {
        try
        {
            return Directory.EnumerateFiles(directory, "*.*proj", s_files).Concat(Directory.EnumerateFiles(directory, "*.sln*", s_files)).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool SearchTree(string folder)
    {
        try
        {
            bool any = SearchFolder(folder);
            foreach (string child in Directory.GetDirectories(folder, "*", s_folders).Order(StringComparer.Ordinal))
            {
                if (!s_passedOver.Contains(Path.GetFileName(child)))
                {
                    any |= SearchTree(child);
                }
            }

            return any;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse(folder, $"can't be searched: {FaultText.Of(e)}");
            return true;
        }
    }

    private bool SearchFolder(string folder)
    {
        string folderName = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var candidates = new List<(PluginFile Plugin, bool IsMain)>();
        bool any = false;
        foreach (string file in Directory.GetFiles(folder, "*.dll", s_files).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            bool isNamesake = name == folderName;
            string? reason = Read(file, out PluginFile? plugin);
            if (s_hostAssemblies.Contains(name) || plugin?.References.Keys.Any(s_testFrameworks.Contains) == true)
            {
                continue;
            }

            if (plugin is { ReferencesContract: true } or { DefinesContract: true })
            {
                candidates.Add((plugin, isNamesake || File.Exists(Path.ChangeExtension(file, ".deps.json"))));
            }
            else if (reason is not null || isNamesake)
            {
                Refuse(file, reason ?? $"is no plugin: it does not reference {ContractAssemblies.Contract.Name}");
                any = true;
            }
        }

        bool anyMain = candidates.Any(c => c.IsMain);
        foreach ((PluginFile plugin, bool isMain) in candidates)
        {
            if (isMain || !anyMain)
            {
                Add(plugin);
            }
        }

        return any || candidates.Count > 0;
    }

    private static string? Read(string file, out PluginFile? plugin)
    {
        plugin = null;
        try
        {
            plugin = PluginFile.Read(file);
            return null;
        }
        catch (BadImageFormatException)
        {
            return new FileInfo(file).Length == 0 ? "is empty" : "is no .NET assembly, or a damaged one";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"can't be read: {FaultText.Of(e)}";
        }
    }

    // A build folder often holds the very same DLL twice (build and publish): only a different one is worth a word.
    private void Add(PluginFile plugin)
    {
        if (_found.TryAdd(plugin.Name, plugin))
        {
            _plugins.Add(plugin);
        }
        else if (_found[plugin.Name].Mvid != plugin.Mvid)
        {
            Refuse(plugin.File, $"is another build of {plugin.Name}, which was found first at {_found[plugin.Name].File}; keep one of them");
        }
    }

    private void Refuse(string file, string reason) => _refused.Add(new RefusedPlugin(file, null, reason));
}
