using System.Reflection;
using Microsoft.Extensions.Logging;
using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>Loads plugins one after the other, and takes in each predictor that can be constructed and described.</summary>
/// <param name="loggers">Where plugins may log.</param>
internal sealed class PluginAdmission(ILoggerFactory loggers)
{
    private readonly List<PluginPredictor> _predictors = [];
    private readonly List<RefusedPlugin> _refused = [];
    private readonly List<PluginWarning> _warnings = [];
    private readonly HashSet<Type> _refusedTypes = [];

    public IReadOnlyList<PluginPredictor> Predictors => _predictors;

    public IReadOnlyList<RefusedPlugin> Refused => _refused;

    public IReadOnlyList<PluginWarning> Warnings => _warnings;

    /// <summary>Takes in a plugin's predictors. Whatever its code throws becomes a reason.</summary>
    /// <param name="plugin">The plugin.</param>
    public void Admit(PluginFile plugin)
    {
        FactoryRegistrations factories;
        Type[] types;
        try
        {
            if (Preflight.ReasonAgainst(plugin) is { } reason)
            {
                Refuse(plugin, null, reason);
                return;
            }

            using IDisposable call = PluginCalls.Enter(plugin.File, "what it does when it is loaded");
            types = LoadTypes(plugin);
            factories = new FactoryRegistrations(types, loggers);
        }
        catch (Exception e)
        {
            Refuse(plugin, null, FaultText.Of(e));
            return;
        }

        if (factories.Count == 0)
        {
            Refuse(plugin, null, AuthorMistakes.WhyNothing(types));
        }

        for (int i = 0; i < factories.Count; i++)
        {
            Admit(plugin, factories, i);
        }

        _warnings.AddRange(AuthorMistakes.Doubts(types, _refusedTypes).Select(text => new PluginWarning(plugin.File, null, text)));
    }

    // Types whose own dependencies are all there are used, whatever the others lack.
    private Type[] LoadTypes(PluginFile plugin)
    {
        Assembly assembly = PluginLoadContext.Load(plugin);
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            Refuse(plugin, null, FaultText.Of(e));
            return [.. e.Types.OfType<Type>()];
        }
    }

    private void Admit(PluginFile plugin, FactoryRegistrations factories, int index)
    {
        string name = factories.NameOf(index);
        string step = "its constructor failed";
        try
        {
            using IDisposable call = PluginCalls.Enter(plugin.File, $"the constructor or description of {name}");
            if (factories.Construct(index) is not IPredictorFactory factory)
            {
                Refuse(plugin, name, "its registration gives null");
                return;
            }

            step = "its description failed";
            if (factory.Description is not { } description)
            {
                Refuse(plugin, name, "its description is null");
                return;
            }

            name = description.Name;
            step = "it can't be examined";
            List<Type> made = [.. factory.GetType().GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPredictorFactory<>))
                .Select(i => i.GenericTypeArguments[0])];
            if (Against(factory, made) is { } reason)
            {
                Refuse(plugin, name, reason);
                return;
            }

            if (AuthorMistakes.SharedState(made[0]) is { } shared)
            {
                _refusedTypes.Add(made[0]);
                Refuse(plugin, name, shared);
                return;
            }

            PluginPredictor? same = _predictors.Find(p => p.Description.Name == name);
            if (same is not null)
            {
                Refuse(plugin, name, same.File == plugin.File
                    ? $"{same.Factory.GetType().FullName} and {factory.GetType().FullName} both give this name; the description of each needs its own"
                    : $"{same.File} already brings a predictor of this name; give it another one in its description");
                return;
            }

            _predictors.Add(new PluginPredictor(plugin.File, factory, description, made[0]));
            if (AuthorMistakes.Slowness(made[0]) is { } slow)
            {
                _warnings.Add(new PluginWarning(plugin.File, name, slow));
            }
        }
        catch (Exception e)
        {
            Refuse(plugin, name, $"{step}: {FaultText.Of(e)}");
        }
    }

    private static string? Against(IPredictorFactory factory, List<Type> made) => made.Count switch
    {
        0 => $"{factory.GetType().FullName} does not implement IPredictorFactory<TPredictor>, so it can make no predictor",
        1 => null,
        _ => $"{factory.GetType().FullName} makes {made.Count} kinds of predictor ({string.Join(", ", made.Select(t => t.Name))}); a factory makes one",
    };

    private void Refuse(PluginFile plugin, string? predictor, string reason) =>
        _refused.Add(new RefusedPlugin(plugin.File, predictor, reason));
}
