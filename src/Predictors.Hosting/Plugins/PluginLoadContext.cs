using System.Reflection;
using McMaster.NETCore.Plugins;

namespace Predictors.Hosting;

/// <summary>Loads a plugin into a context of its own. The only place that knows McMaster.NETCore.Plugins.</summary>
internal static class PluginLoadContext
{
    /// <summary>Loads a plugin and every assembly that it references directly.</summary>
    /// <param name="plugin">A plugin that <see cref="Preflight"/> has nothing against.</param>
    /// <returns>The plugin's assembly.</returns>
    /// <exception cref="Exception">Whatever the runtime and the loader throw for a damaged or incomplete plugin.</exception>
    public static Assembly Load(PluginFile plugin)
    {
        PluginLoader loader = PluginLoader.CreateFromAssemblyFile(
            plugin.FullPath,
            ContractAssemblies.SharedWith(plugin),
            config =>
            {
                // Plugins stay for the life of the process: a context that can't be unloaded lets the JIT tier and
                // devirtualise their code, and uses what is precompiled in their libraries.
                config.IsUnloadable = false;

                // Reloading would load from memory: no Assembly.Location, and native libraries copied in a race.
                config.EnableHotReload = false;
                config.LoadInMemory = false;
            });

        Assembly assembly = loader.LoadDefaultAssembly();

        // The runtime misses an assembly only when code that uses it is first compiled, maybe hours into a run.
        foreach (AssemblyName reference in assembly.GetReferencedAssemblies())
        {
            loader.LoadAssembly(reference);
        }

        return assembly;
    }
}
