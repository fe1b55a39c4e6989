using System.Reflection;

namespace Predictors.Hosting;

/// <summary>What went wrong in a plugin, in one line for people.</summary>
internal static class FaultText
{
    private const int MaxLength = 300;

    public static string Of(Exception exception) => exception switch
    {
        UnusablePluginException => exception.Message,
        TargetInvocationException { InnerException: { } inner } => Of(inner),
        TypeInitializationException { InnerException: { } inner } => Of(inner),
        ReflectionTypeLoadException e when e.LoaderExceptions.FirstOrDefault(l => l is not null) is { } first => Of(first),
        FileNotFoundException { FileName: { } name } when IsAssemblyName(name, out AssemblyName? missing) =>
            $"needs {missing.Name} {missing.Version}, which is not there; <EnableDynamicLoading>true</EnableDynamicLoading> in its project puts it beside the plugin",
        FileLoadException { FileName: { } name } when IsAssemblyName(name, out AssemblyName? unfit) =>
            $"needs {unfit.Name} {unfit.Version}, and what is there can't be loaded in its place",
        BadImageFormatException => "an assembly is damaged or not for this machine",
        _ => $"{exception.GetType().Name}: {OneLine(exception.Message)}",
    };

    // The runtime puts an assembly's full name where other code puts a path.
    private static bool IsAssemblyName(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out AssemblyName? assembly)
    {
        assembly = name.Contains(", Version=", StringComparison.Ordinal) ? new AssemblyName(name) : null;
        return assembly is not null;
    }

    private static string OneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxLength ? line : line[..MaxLength] + "...";
    }
}
