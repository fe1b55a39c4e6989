namespace Predictors.Hosting;

/// <summary>A plugin can't be used; the message is the reason as <see cref="RefusedPlugin.Reason"/> gives it.</summary>
/// <param name="reason">The reason.</param>
/// <param name="inner">The error that led to it, if any.</param>
internal sealed class UnusablePluginException(string reason, Exception? inner = null) : Exception(reason, inner);
