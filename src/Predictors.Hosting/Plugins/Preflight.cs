using System.Reflection;
using System.Runtime.Versioning;

namespace Predictors.Hosting;

/// <summary>Finds out from a plugin's metadata whether it can work in this host, before anything of it is loaded.</summary>
internal static class Preflight
{
    /// <summary>Says why a plugin can't be loaded.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <returns>The reason; null where there is none.</returns>
    public static string? ReasonAgainst(PluginFile plugin) =>
        plugin.DefinesContract
            ? $"has the contract's types compiled into itself; reference {ContractAssemblies.Contract.Name} instead"
            : AgainstFramework(plugin.TargetFramework)
                ?? AgainstSharedVersions(plugin)
                ?? AgainstHostReferences(plugin)
                ?? AgainstContractCopy(plugin, ContractAssemblies.Contract)
                ?? AgainstContractCopy(plugin, ContractAssemblies.ModuleContract);

    private static string? AgainstFramework(string? targetFramework)
    {
        if (targetFramework is null)
        {
            return null;
        }

        FrameworkName framework;
        try
        {
            framework = new FrameworkName(targetFramework);
        }
        catch (ArgumentException)
        {
            return $"is built for '{targetFramework}', which is no target framework";
        }

        var running = new Version(Environment.Version.Major, Environment.Version.Minor);
        return framework.Identifier switch
        {
            ".NETStandard" => null,
            ".NETCoreApp" when framework.Version <= running => null,
            ".NETCoreApp" => $"is built for .NET {framework.Version}; this host runs .NET {running}",
            ".NETFramework" => $"is built for .NET Framework {framework.Version}; this host runs .NET {running}",
            _ => $"is built for {targetFramework}; this host runs .NET {running}",
        };
    }

    private static string? AgainstSharedVersions(PluginFile plugin)
    {
        foreach (AssemblyName host in ContractAssemblies.SharedWith(plugin).Select(t => t.Assembly.GetName()))
        {
            if (!plugin.References.TryGetValue(host.Name!, out Version? wanted))
            {
                continue;
            }

            bool isContract = host.Name == ContractAssemblies.Contract.Name || host.Name == ContractAssemblies.ModuleContract.Name;
            if (isContract && (wanted.Major != host.Version!.Major || wanted.Minor > host.Version.Minor))
            {
                return $"is built for revision {wanted.ToString(2)} of {host.Name}; this host has revision {host.Version.ToString(2)}; "
                    + $"build it against the {host.Name} package of this host's release";
            }

            if (wanted > host.Version)
            {
                return $"is built for {host.Name} {wanted}; this host shares its own {host.Version} with plugins";
            }
        }

        return null;
    }

    private static string? AgainstHostReferences(PluginFile plugin) =>
        ContractAssemblies.HostOnly.FirstOrDefault(plugin.References.ContainsKey) is { } internals
            ? $"references {internals}, which is the host's own: a plugin uses {ContractAssemblies.Contract.Name} only; what it needs beyond that, it brings itself"
            : null;

    // The host's contract is used in any case; a copy that differs was not what the plugin's author tested with.
    private static string? AgainstContractCopy(PluginFile plugin, AssemblyName contract)
    {
        string copy = Path.Combine(Path.GetDirectoryName(plugin.FullPath)!, contract.Name + ".dll");
        if (!File.Exists(copy))
        {
            return null;
        }

        Guid? mvid;
        try
        {
            mvid = PluginFile.Read(copy)?.Mvid;
        }
        catch (BadImageFormatException)
        {
            mvid = null;
        }

        Guid shared = Assembly.Load(contract).ManifestModule.ModuleVersionId;
        return mvid == shared
            ? null
            : $"ships a foreign copy of the contract, {contract.Name}.dll; delete it, and build without -o (the host brings the contract)";
    }
}
