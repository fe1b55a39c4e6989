using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Predictors.Plugins.MlRegression.Tests")]
