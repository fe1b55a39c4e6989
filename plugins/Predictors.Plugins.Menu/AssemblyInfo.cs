using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Predictors.Plugins.Tests")]
