using System.CommandLine;
using Predictors.Hosting;

namespace Predictors.Cli;

/// <summary><c>--plugins</c>: where predictors come from, beside those that are shipped.</summary>
internal sealed class PluginOptions
{
    private readonly Option<string[]> _plugins = new("--plugins")
    {
        HelpName = "DIR",
        Description = "A directory with plugins, searched with its subfolders; may be given several times.",
    };

    private static readonly string s_shipped = Path.Combine(AppContext.BaseDirectory, "plugins");

    public PluginOptions(Command verb) => verb.Options.Add(_plugins);

    /// <summary>Loads the plugins and says on standard error what was refused, and what is probably not meant.</summary>
    public PluginCatalog Load(ParseResult parsed, bool tell = true)
    {
        PluginCatalog catalog = PluginCatalog.Load([s_shipped, .. parsed.GetValue(_plugins) ?? []]);
        if (tell)
        {
            foreach (object line in (object[])[.. catalog.Refused, .. catalog.Warnings])
            {
                Console.Error.WriteLine($"predictors: {line}");
            }
        }

        return catalog;
    }

    /// <summary>The plugins that a command line may name, for its completion: nothing is said of what was refused.</summary>
    public static PluginCatalog CatalogFor(ParseResult parsed) => PluginCatalog.Load(
        [s_shipped, .. parsed.CommandResult.Command.Options.Any(o => o.Name == "--plugins") ? parsed.GetValue<string[]>("--plugins") ?? [] : []]);

    /// <summary>Watches the directories of <c>--plugins</c>.</summary>
    public PluginWatch Watch(ParseResult parsed) => parsed.GetValue(_plugins) is { Length: > 0 } directories
        ? new PluginWatch([s_shipped], directories)
        : throw new UsageException("--watch needs to know what to watch: give --plugins DIR, such as --plugins MyRule/bin/Release.");
}
